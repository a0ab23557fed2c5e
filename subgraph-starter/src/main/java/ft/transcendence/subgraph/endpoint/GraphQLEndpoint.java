package ft.transcendence.subgraph.endpoint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers queries and mutations. Spring MVC would call the same engine, but looks for the handler among its routes, and
 * copies request and response into objects of its own. It remains responsible for subscriptions and for whatever is no
 * GraphQL request.
 *
 * @see <a href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a>
 */
final class GraphQLEndpoint extends OncePerRequestFilter {

    private static final String RESPONSE = MediaTypes.APPLICATION_GRAPHQL_RESPONSE.toString();
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String EVENT_STREAM = MediaType.TEXT_EVENT_STREAM_VALUE;

    private final String path;
    private final URI address;
    private final WebGraphQlHandler engine;
    private final JsonMapper json;

    GraphQLEndpoint(String path, WebGraphQlHandler engine, JsonMapper json) {
        this.path = path;
        this.address = URI.create(path);
        this.engine = engine;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(path)
                || !request.getMethod().equals("POST")
                || !header(request, HttpHeaders.CONTENT_TYPE).startsWith(JSON)
                || header(request, HttpHeaders.ACCEPT).contains(EVENT_STREAM);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(observation -> observation.setPathPattern(path));
        WebGraphQlRequest operation;
        try {
            operation = read(request);
        } catch (JacksonException | ServerWebInputException malformed) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        write(Objects.requireNonNull(engine.handleRequest(operation).block()), request, response);
    }

    private WebGraphQlRequest read(HttpServletRequest request) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        return new WebGraphQlRequest(
                address,
                headers,
                new LinkedMultiValueMap<>(),
                null,
                Map.of(),
                json.readValue(request.getInputStream(), SerializableGraphQlRequest.class),
                request.getRequestId(),
                request.getLocale());
    }

    private void write(WebGraphQlResponse result, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isResponse = header(request, HttpHeaders.ACCEPT).contains(RESPONSE);
        if (isResponse && !result.getExecutionResult().isDataPresent()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        response.setContentType(isResponse ? RESPONSE : JSON);
        result.getResponseHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        json.writeValue(response.getOutputStream(), result.toMap());
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
