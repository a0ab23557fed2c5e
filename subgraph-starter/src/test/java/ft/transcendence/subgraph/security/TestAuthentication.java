package ft.transcendence.subgraph.security;

import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Authenticates requests that do not come over HTTP, by their access tokens. */
public final class TestAuthentication {

    private final JwtDecoder tokens;
    private final CallerConverter callers;

    public TestAuthentication(ApplicationContext application) {
        tokens = application.getBean(JwtDecoder.class);
        callers = new CallerConverter(application.getBean(TokenProperties.class));
    }

    /** Does the work as the caller whose token this is. */
    public <T> T as(String accessToken, Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(callers.convert(tokens.decode(accessToken)));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
