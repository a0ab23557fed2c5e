package ft.transcendence.auth.fortytwo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP request and its response, as the endpoints use them. */
final class HttpCall {

    private static final int MAX_FORM_BYTES = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpExchange http;

    HttpCall(HttpExchange http) {
        this.http = http;
    }

    boolean is(String method) {
        return http.getRequestMethod().equals(method);
    }

    Map<String, String> query() {
        String query = http.getRequestURI().getRawQuery();
        return parameters(query == null ? "" : query);
    }

    Map<String, String> form() throws IOException {
        byte[] body = http.getRequestBody().readNBytes(MAX_FORM_BYTES);
        return parameters(new String(body, StandardCharsets.UTF_8));
    }

    /** The token of {@code Authorization: Bearer …}; an empty string if there is none. */
    String bearerToken() {
        String header = http.getRequestHeaders().getFirst("Authorization");
        return header != null && header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
    }

    void redirect(URI location) throws IOException {
        http.getResponseHeaders().set("Location", location.toString());
        http.sendResponseHeaders(302, -1);
    }

    void html(int status, String page) throws IOException {
        http.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        respond(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    void json(int status, Map<String, Object> body) throws IOException {
        respond(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(body));
    }

    void oauthError(int status, String error, String description) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        json(status, body);
    }

    void header(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    private void respond(int status, String type, byte[] body) throws IOException {
        http.getResponseHeaders().set("Content-Type", type);
        http.getResponseHeaders().set("Cache-Control", "no-store");
        http.sendResponseHeaders(status, body.length);
        http.getResponseBody().write(body);
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
