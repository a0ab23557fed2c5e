package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.gateway.document.TestDocuments;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationReaderTests {
    private final OperationReader reader = new OperationReader(TestDocuments.any());

    @Test
    void readsEveryMember() {
        GraphQLRequest request = read("""
                {"query": "query A($n: Int) { a(n: $n) }", "operationName": "A",
                 "variables": {"n": 1, "list": [true, null, "ü"], "price": 1.10}, "extensions": {"x": {}}, "other": [1]}
                """);
        assertThat(request.query()).isEqualTo("query A($n: Int) { a(n: $n) }");
        assertThat(request.operationName()).isEqualTo("A");
        assertThat(request.variables())
                .containsEntry("n", 1)
                .containsEntry("list", Arrays.asList(true, null, "ü"))
                .containsEntry("price", new BigDecimal("1.10"));
        assertThat(request.extensions()).containsEntry("x", Map.of());
    }

    @Test
    void treatsNullMembersAsAbsent() {
        GraphQLRequest request =
                read("{\"query\":\"{a}\",\"operationName\":null,\"variables\":null,\"extensions\":null}");
        assertThat(request).isEqualTo(GraphQLRequest.of("{a}"));
    }

    @Test
    void treatsAnEmptyOperationNameAsAbsent() {
        assertThat(read("{\"query\":\"{a}\",\"operationName\":\"\"}").operationName())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                 | MALFORMED_REQUEST      | The body must be a JSON object",
                "{                                  | MALFORMED_REQUEST      | The body is not well-formed JSON",
                "null                               | MALFORMED_REQUEST      | The body must be a JSON object",
                "{}                                 | MALFORMED_REQUEST      | The request has no query",
                "{\"query\":1}                      | MALFORMED_REQUEST      | The member query must be a string",
                "{\"query\":\"{a}\",\"variables\":[]} | MALFORMED_REQUEST    | The member variables must be an object",
                "{\"query\":\"{a}\"} {}             | MALFORMED_REQUEST      | The body must be one JSON value",
                "[{\"query\":\"{a}\"}]              | BATCHING_NOT_SUPPORTED | Send one operation per request",
            })
    void refusesMalformedRequests(String body, GatewayError error, String message) {
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(() -> read(body))
                .satisfies(known -> {
                    assertThat(known.error()).isEqualTo(error);
                    assertThat(known.clientMessage()).isEqualTo(message);
                });
    }

    @Test
    void refusesVariablesNestedTooDeep() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(() -> read("{\"query\":\"{a}\",\"variables\":{\"v\":" + deep + "}}"));
    }

    @Test
    void readsQueryParameters() {
        GraphQLRequest request = reader.fromQueryString(
                "/graphql?query=query%20A%28%24n%3AInt%29%7Ba%7D&operationName=A&variables=%7B%22n%22%3A%5B1%5D%7D");
        assertThat(request).isEqualTo(new GraphQLRequest("query A($n:Int){a}", "A", Map.of("n", List.of(1)), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "/graphql, The request has no query",
        "/graphql?query=%7Ba%7D&query=%7Bb%7D, The parameter query is given more than once",
        "/graphql?query=%7Ba%7D&variables=x, The parameter variables is not well-formed JSON",
        "/graphql?query=%7Ba%7D&variables=1, The member variables must be an object",
    })
    void refusesBadQueryParameters(String uri, String message) {
        assertThatExceptionOfType(GatewayErrorException.class)
                .isThrownBy(() -> reader.fromQueryString(uri))
                .satisfies(known -> assertThat(known.clientMessage()).isEqualTo(message));
    }

    private GraphQLRequest read(String body) {
        return reader.fromBody(body.getBytes(StandardCharsets.UTF_8));
    }
}
