package ft.transcendence.gateway.login;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import reactor.core.publisher.Mono;

/** Sends the browser back to the page that it came from. */
final class LoginSuccessHandler implements ServerAuthenticationSuccessHandler {
    private final String landingPage;

    LoginSuccessHandler(String landingPage) {
        this.landingPage = landingPage;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange exchange, Authentication authentication) {
        return Mono.fromRunnable(() -> {
            String page = PendingLoginRepository.completedBy(exchange.getExchange())
                    .map(PendingLogin::returnTo)
                    .orElse(landingPage);
            ServerHttpResponse response = exchange.getExchange().getResponse();
            response.setStatusCode(HttpStatus.FOUND);
            response.getHeaders().setLocation(URI.create(page));
        });
    }
}
