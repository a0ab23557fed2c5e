package ft.transcendence.gateway.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * The response to a request that failed: a page for people, and for programs a JSON body like a GraphQL error with a stable code.
 * Neither reveals anything about the request or the server.
 */
public final class ErrorPage {
    private static final String TEMPLATE = new String(read("gateway/pages/error.html"), StandardCharsets.UTF_8);
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    /** A body and its headers. */
    public record Body(HttpHeaders headers, byte[] bytes) {}

    private final HttpStatusCode status;
    private final byte[] page;
    private final byte[] json;

    private ErrorPage(HttpStatusCode status, byte[] page, byte[] json) {
        this.status = status;
        this.page = page;
        this.json = json;
    }

    /** The common page with one sentence of its own. */
    public static ErrorPage of(HttpStatusCode status, String code, String message) {
        String page = TEMPLATE.replace("{status}", Integer.toString(status.value()))
                .replace("{message}", HtmlUtils.htmlEscape(message));
        return new ErrorPage(status, page.getBytes(StandardCharsets.UTF_8), json(code, message));
    }

    /** A page from the class path. */
    public static ErrorPage ofResource(HttpStatusCode status, String code, String message, String page) {
        return new ErrorPage(status, read(page), json(code, message));
    }

    /** The body for a client that accepts these types. */
    public Body bodyFor(List<String> accept) {
        boolean person = accept.stream().anyMatch(types -> types.contains(MediaType.TEXT_HTML_VALUE));
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(
                person ? new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8) : MediaType.APPLICATION_JSON);
        headers.setContentLength(person ? page.length : json.length);
        headers.setCacheControl("no-store");
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        return new Body(headers, person ? page : json);
    }

    /** Responds to the request with this page. */
    public Mono<Void> respond(ServerWebExchange exchange) {
        Body body = bodyFor(exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.ACCEPT));
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        body.headers().forEach((name, values) -> response.getHeaders().put(name, values));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body.bytes())));
    }

    private static byte[] json(String code, String message) {
        String text = new String(JsonStringEncoder.getInstance().quoteAsCharArray(message));
        return ("{\"errors\":[{\"message\":\"" + text + "\",\"extensions\":{\"code\":\"" + code + "\"}}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
