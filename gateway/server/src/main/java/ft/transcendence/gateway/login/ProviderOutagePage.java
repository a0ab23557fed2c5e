package ft.transcendence.gateway.login;

import ft.transcendence.gateway.error.ErrorPage;
import ft.transcendence.gateway.error.GatewayError;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The response to logins while the identity provider is unavailable: a page for people, JSON for programs. */
final class ProviderOutagePage {
    private static final ErrorPage PAGE = ErrorPage.ofResource(
            HttpStatus.SERVICE_UNAVAILABLE,
            GatewayError.IDENTITY_PROVIDER_UNAVAILABLE.name(),
            "Login is not possible at the moment",
            "pages/login-unavailable.html");

    private ProviderOutagePage() {}

    static Mono<Void> respond(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, GatewayError.RETRY_AFTER_OUTAGE);
        return PAGE.respond(exchange);
    }
}
