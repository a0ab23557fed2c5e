package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other origins may do (CORS). */
class CrossOriginTests extends GatewayTests {
    @Test
    void allowsConfiguredOriginsOnly() {
        HttpRequest.Builder preflight = request("/graphql")
                .header("origin", "https://pong.example")
                .header("access-control-request-method", "POST")
                .header("access-control-request-headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody());
        assertThat(send(preflight).headers().firstValue("access-control-allow-origin"))
                .hasValue("https://pong.example");
        HttpResponse<String> foreign = query("{ __typename }", "origin", "https://evil.example");
        assertThat(foreign.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void allowsTheHostsOfADomain() {
        HttpResponse<String> response = query("{ __typename }", "origin", "https://eu.pong.example");
        assertThat(response.headers().firstValue("access-control-allow-origin")).hasValue("https://eu.pong.example");
        assertThat(response.headers().firstValue("access-control-allow-credentials"))
                .hasValue("true");
        assertThat(response.headers().firstValue("access-control-expose-headers"))
                .hasValue("retry-after,x-request-id");
        assertThat(response.headers().allValues("vary")).contains("origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://eu.pong.example",
                "https://eupong.example",
                "https://eu.pong.example.evil",
                "https://evil.example/.pong.example",
                "https://eu.pong.example:8443",
                "null"
            })
    void allowsNoOriginThatOnlyLooksLikeOne(String origin) {
        HttpResponse<String> response = query("{ __typename }", "origin", origin);
        assertThat(response.headers().firstValue("access-control-allow-origin")).isEmpty();
        assertThat(response.headers().allValues("vary")).contains("origin");
    }

    /** The headers that Apollo Client, urql, Relay and tracing libraries send. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "apollographql-client-name",
                "apollographql-client-version",
                "apollo-require-preflight",
                "x-apollo-operation-name",
                "traceparent",
                "tracestate",
                "baggage",
                "x-graphql-event-stream-token"
            })
    void preflightAllowsTheHeadersOfGraphQLClients(String header) {
        HttpRequest.Builder preflight = request("/graphql")
                .header("origin", "https://pong.example")
                .header("access-control-request-method", "POST")
                .header("access-control-request-headers", header)
                .method("OPTIONS", BodyPublishers.noBody());
        String allowed = send(preflight)
                .headers()
                .firstValue("access-control-allow-headers")
                .orElse("");
        assertThat(allowed.split(",")).contains(header);
    }
}
