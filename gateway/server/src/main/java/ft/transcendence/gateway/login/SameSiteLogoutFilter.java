package ft.transcendence.gateway.login;

import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.ErrorPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses a logout that another site makes a browser send. Browsers say where a request comes from in {@code Sec-Fetch-Site}
 * (<a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>); a client without that header is no browser with cookies at risk.
 */
final class SameSiteLogoutFilter implements WebFilter {
    private static final ErrorPage ERROR_PAGE =
            ErrorPage.of(HttpStatus.FORBIDDEN, GatewayError.CSRF_REFUSED.name(), "Another site cannot log you out");

    private final ServerWebExchangeMatcher logout;

    /** @param logout what the logout itself goes by, so that both mean the same requests */
    SameSiteLogoutFilter(ServerWebExchangeMatcher logout) {
        this.logout = logout;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String site = exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site");
        boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
        return foreign
                ? logout.matches(exchange).flatMap(match -> match.isMatch() ? refuse(exchange) : chain.filter(exchange))
                : chain.filter(exchange);
    }

    private static Mono<Void> refuse(ServerWebExchange exchange) {
        return ERROR_PAGE.respond(exchange);
    }
}
