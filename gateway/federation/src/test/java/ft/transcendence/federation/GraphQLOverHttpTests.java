package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and responses as GraphQL over HTTP describes them. */
class GraphQLOverHttpTests {

    @Test
    void readsTheEntriesOfABody() {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("id", 7);
        variables.put("name", null);
        Map<String, @Nullable Object> extensions = new HashMap<>();
        extensions.put("a", List.of());

        GraphQLRequest request = GraphQLRequest.fromJson(
                Map.of("query", "{ me }", "operationName", "Me", "variables", variables, "extensions", extensions));

        assertThat(request.query()).isEqualTo("{ me }");
        assertThat(request.operationName()).isEqualTo("Me");
        assertThat(request.variables()).isEqualTo(variables);
        assertThat(request.extensions()).isEqualTo(extensions);
    }

    @Test
    void entriesCanBeNullOrMissing() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("query", "{ me }");
        assertThat(GraphQLRequest.fromJson(body)).isEqualTo(GraphQLRequest.of("{ me }"));
        body.put("operationName", null);
        body.put("variables", null);
        body.put("extensions", null);
        assertThat(GraphQLRequest.fromJson(body)).isEqualTo(GraphQLRequest.of("{ me }"));
    }

    @Test
    void refusesABodyWithoutAQuery() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphQLRequest.fromJson(Map.of("variables", Map.of())))
                .withMessage("The request needs a string 'query'");
        assertThatIllegalArgumentException().isThrownBy(() -> GraphQLRequest.fromJson(null));
    }

    @ParameterizedTest
    @CsvSource({"operationName,string", "variables,object", "extensions,object"})
    void refusesEntriesOfAnotherType(String entry, String type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphQLRequest.fromJson(Map.of("query", "{ me }", entry, 1)))
                .withMessageContainingAll("'" + entry + "'", type);
    }

    @ParameterizedTest
    @CsvSource({"EXECUTED,200", "PART,200", "REQUEST_ERROR,400", "THROTTLED,429", "OVERLOADED,503"})
    void eachKindOfResponseHasAStatus(GraphQLResponse.Kind kind, int status) {
        assertThat(new GraphQLResponse(kind, new byte[0], 0).httpStatus()).isEqualTo(status);
    }

    @Test
    void bodiesAreCopied() {
        byte[] buffer = "{}...".getBytes(StandardCharsets.UTF_8);
        GraphQLResponse response = new GraphQLResponse(GraphQLResponse.Kind.EXECUTED, buffer, 2);

        response.bodyAsBytes()[0] = 'x';

        assertThat(response.bodyAsBytes()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
    }
}
