package ft.transcendence.gateway.login;

import ft.transcendence.gateway.error.ErrorPage;
import ft.transcendence.gateway.error.GatewayError;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses logouts that another site triggers. Browsers name the initiator of a request in {@code Sec-Fetch-Site} (<a
 * href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>); a client without that header is not a browser whose cookies
 * are at risk.
 */
final class SameSiteLogoutFilter implements WebFilter {
    private static final ErrorPage ERROR_PAGE =
            ErrorPage.of(HttpStatus.FORBIDDEN, GatewayError.CSRF_REFUSED.name(), "Another site cannot log you out");

    private final ServerWebExchangeMatcher logout;

    /** @param logout the matcher of the logout itself, so that both agree on the requests */
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
