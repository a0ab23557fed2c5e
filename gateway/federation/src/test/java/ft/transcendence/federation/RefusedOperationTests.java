package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.federation.engine.FederationEngine;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedOperationTests {

    private static String refused(String query) {
        return refused(GraphQLRequest.of(query), RequestContext.anonymous());
    }

    private static String refused(GraphQLRequest request, RequestContext context) {
        ScriptedTransport subgraphs = new ScriptedTransport();
        GraphQLResponse response =
                People.engine(subgraphs).execute(request, context).join();
        assertThat(response.isRequestError()).isTrue();
        assertThat(subgraphs.requests()).isEmpty();
        return response.bodyAsString();
    }

    @Test
    void syntaxErrorHasItsLocation() {
        assertThat(refused("{ me { name "))
                .startsWith("{\"errors\":[{\"message\":\"")
                .contains("\"locations\":[{\"line\":1,\"column\":", "GRAPHQL_PARSE_FAILED");
        assertThat(refused("")).contains("GRAPHQL_PARSE_FAILED");
    }

    @Test
    void everyInvalidFieldHasAnErrorWithItsLocation() {
        assertThat(refused("{\n  me { nope }\n  them\n}"))
                .contains("GRAPHQL_VALIDATION_FAILED", "{\"line\":2,\"column\":8}", "{\"line\":3,\"column\":3}");
    }

    @Test
    void operationMustExist() {
        GraphQLRequest unnamed = GraphQLRequest.of("query a { me { id } } query b { me { id } }");
        assertThat(refused(unnamed, RequestContext.anonymous())).contains("OPERATION_RESOLUTION_FAILURE");
        GraphQLRequest other = new GraphQLRequest(unnamed.query(), "c", Map.of(), Map.of());
        assertThat(refused(other, RequestContext.anonymous()))
                .contains("no operation named", "OPERATION_RESOLUTION_FAILURE");
        assertThat(refused("fragment f on User { id }")).contains("errors");
    }

    @Test
    void limitsApplyBeforePlanning() {
        assertThat(refused("{ me { id } }" + " ".repeat(200_000))).contains("OPERATION_LIMIT_EXCEEDED");
        assertThat(refused("{ me {" + " id".repeat(20_000) + "} }")).contains("OPERATION_LIMIT_EXCEEDED");
        assertThat(refused("{ me " + "{ reviews { author ".repeat(40) + "{ id }" + "} }".repeat(40) + " }"))
                .contains("levels deep", "OPERATION_LIMIT_EXCEEDED");
        StringBuilder aliases = new StringBuilder("{ me {");
        for (int i = 0; i < 400; i++) {
            aliases.append(" a").append(i).append(": id");
        }
        assertThat(refused(aliases + "} }")).contains("aliases", "OPERATION_LIMIT_EXCEEDED");
    }

    @Test
    void multiplyingFragmentsAreCountedWithoutExpansion() {
        StringBuilder document = new StringBuilder("{ me { ...f0 } } ");
        for (int i = 0; i < 40; i++) {
            document.append("fragment f%d on User { ...f%d ...f%d } ".formatted(i, i + 1, i + 1));
        }
        document.append("fragment f40 on User { id }");
        assertThat(refused(document.toString())).contains("OPERATION_LIMIT_EXCEEDED");
    }

    @Test
    void circularFragmentsAreInvalid() {
        assertThat(refused("{ me { ...a } } fragment a on User { ...b } fragment b on User { ...a }"))
                .contains("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void damagedDocumentsAreRefusedOrExecuted() {
        String valid =
                "query Q($f: Filter, $n: Int = 3) { users(filter: $f, first: $n) { ...u reviews @include(if: true) { body } } } "
                        + "fragment u on User { id n: name role }";
        Random random = new Random(42);
        FederationEngine engine = People.engine(
                request -> CompletableFuture.completedFuture(ScriptedTransport.response(200, "{\"data\":{}}")));
        int executed = 0;
        for (int i = 0; i < 2_000; i++) {
            StringBuilder damaged = new StringBuilder(valid);
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, "{}()$@:!\"...#a1".charAt(random.nextInt(15)));
                    default -> damaged.setCharAt(at, "{}()$@:!\" ,a1".charAt(random.nextInt(13)));
                }
            }
            GraphQLResponse response = engine.execute(GraphQLRequest.of(damaged.toString()), RequestContext.anonymous())
                    .join();
            assertThat(response.bodyAsString()).startsWith("{\"");
            executed += response.isRequestError() ? 0 : 1;
        }
        assertThat(executed).isBetween(1, 1_900);
    }

    @Test
    void variablesAreCheckedAgainstTheirTypes() {
        String query = "query($f: Filter!) { users(filter: $f) { id } }";
        assertThat(refused(GraphQLRequest.of(query), RequestContext.anonymous()))
                .contains("was not provided", "\"locations\":[{\"line\":1,\"column\":7}]", "BAD_USER_INPUT");
        assertThat(refused(GraphQLRequest.of(query, Collections.singletonMap("f", null)), RequestContext.anonymous()))
                .contains("non-null", "BAD_USER_INPUT");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("role", "OWNER"),
                Map.of("minAge", "3"),
                Map.of("minAge", 3.5),
                Map.of("minAge", 1L << 40),
                Map.of("names", List.of(1)),
                Map.of("other", 1))) {
            assertThat(refused(GraphQLRequest.of(query, Map.of("f", wrong)), RequestContext.anonymous()))
                    .contains("BAD_USER_INPUT");
        }
    }

    @Test
    void mutationsAndIntrospectionCanBeTurnedOff() {
        RequestContext context = RequestContext.builder()
                .deny(RequestContext.Feature.MUTATION)
                .deny(RequestContext.Feature.INTROSPECTION)
                .build();
        assertThat(refused(GraphQLRequest.of("mutation { review(body: \"x\") { id } }"), context))
                .contains("MUTATION_NOT_ALLOWED");
        assertThat(refused(GraphQLRequest.of("{ __schema { queryType { name } } }"), context))
                .contains("INTROSPECTION_DISABLED");
        assertThat(refused("subscription { reviewAdded { id } }")).contains("SUBSCRIPTION_NOT_ALLOWED");
    }

    @Test
    void kindOfAnOperationIsKnownBeforeItsExecution() {
        FederationEngine engine = People.engine(new ScriptedTransport());
        assertThat(engine.kindOf(
                                GraphQLRequest.of("mutation { review(body: \"x\") { id } }"),
                                RequestContext.anonymous())
                        .join())
                .contains(OperationKind.MUTATION);
        assertThat(engine.kindOf(GraphQLRequest.of("{ nope }"), RequestContext.anonymous())
                        .join())
                .isEmpty();
    }

    @Test
    void invalidSupergraphIsRefusedWithTheReason() {
        assertThatThrownBy(() -> FederationEngine.builder()
                        .supergraph("type Query {")
                        .transport(new ScriptedTransport())
                        .build())
                .isInstanceOf(SupergraphException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{ a", "{ ... {", "{ me(a: [", "{ me(a: {b:", "query ($a: [", "{ me @skip(if: ["})
    void excessiveNestingIsRefusedWithItsLocation(String part) {
        assertThat(refused(part.repeat(3_000)))
                .contains("nested too deeply", "OPERATION_LIMIT_EXCEEDED", "\"locations\":[{\"line\":1");
    }

    @Test
    void acceptsDeepAndLongVariables() {
        Object nested = List.of();
        for (int i = 0; i < 50_000; i++) {
            nested = List.of(nested);
        }
        String query = "query($f: Filter!) { users(filter: $f) { id } }";
        assertThat(refused(GraphQLRequest.of(query, Map.of("f", Map.of("names", nested))), RequestContext.anonymous()))
                .contains("nested deeper", "BAD_USER_INPUT");
        List<String> names = Collections.nCopies(100_000, "n");
        ScriptedTransport subgraphs = new ScriptedTransport().respond("users", "{\"data\":{\"users\":[]}}");
        assertThat(People.run(subgraphs, query, Map.of("f", Map.of("names", names))))
                .isEqualTo("{\"data\":{\"users\":[]}}");
    }

    @Test
    void longChainOfFragmentsIsRefusedOrExecuted() {
        StringBuilder document = new StringBuilder("{ me { ...f0 } } ");
        for (int i = 0; i < 1_500; i++) {
            document.append("fragment f%d on User{...f%d}".formatted(i, i + 1));
        }
        document.append("fragment f1500 on User { id }");
        assertThat(refused(document.toString())).contains("OPERATION_LIMIT_EXCEEDED");
    }
}
