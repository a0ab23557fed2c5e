package ft.transcendence.gateway.login;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses a logout that another site makes a browser send. Browsers say where a request comes from in {@code Sec-Fetch-Site}
 * (<a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>); a client without that header is no browser with cookies at risk.
 */
final class SameSiteLogoutFilter implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String site = exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site");
        boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
        if (foreign && exchange.getRequest().getPath().value().equals("/logout")) {
            exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
            return exchange.getResponse().setComplete();
        }
        return chain.filter(exchange);
    }
}
