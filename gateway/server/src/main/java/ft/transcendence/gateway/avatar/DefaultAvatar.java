package ft.transcendence.gateway.avatar;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Serves the avatar that profiles without a picture point to. */
@Configuration(proxyBeanMethods = false)
@Profile("!standalone")
class DefaultAvatar {
    private static final String PATH = "/avatars/default.svg";

    /** The picture runs no scripts, even when a browser opens it as a page. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; sandbox";

    @Bean
    RouterFunction<ServerResponse> defaultAvatarRoute() {
        return RouterFunctions.route()
                .GET(PATH, request -> ServerResponse.ok()
                        .contentType(MediaType.parseMediaType("image/svg+xml"))
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                        .bodyValue(new ClassPathResource("avatars/default.svg")))
                .build();
    }
}
