package ft.transcendence.gateway.login;

import ft.transcendence.gateway.http.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What somebody is told who wants to log in while the identity provider is away: a page for people, JSON for programs. */
final class ProviderOutage {
    private static final byte[] PAGE = read("login/unavailable.html");
    private static final byte[] JSON =
            ("{\"errors\":[{\"message\":\"Nobody can log in at the moment\",\"extensions\":{\"code\":\""
                            + Refusal.IDENTITY_PROVIDER_UNAVAILABLE.name() + "\"}}]}")
                    .getBytes(StandardCharsets.UTF_8);

    private ProviderOutage() {}

    static Mono<Void> answer(ServerWebExchange exchange) {
        boolean person = wantsPage(exchange.getRequest().getHeaders());
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        HttpHeaders headers = response.getHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Refusal.RETRY_AFTER_OUTAGE);
        headers.setCacheControl("no-store");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        headers.setContentType(
                person ? new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8) : MediaType.APPLICATION_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(person ? PAGE : JSON)));
    }

    private static boolean wantsPage(HttpHeaders request) {
        List<String> accepted = request.getOrEmpty(HttpHeaders.ACCEPT);
        return accepted.stream().anyMatch(types -> types.contains(MediaType.TEXT_HTML_VALUE));
    }

    private static byte[] read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
