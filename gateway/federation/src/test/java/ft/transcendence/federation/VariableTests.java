package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VariableTests {

    private static String sent(String query, Map<String, @Nullable Object> variables) {
        ScriptedTransport subgraphs = new ScriptedTransport().respond("users", "{\"data\":{\"users\":[]}}");
        assertThat(People.run(subgraphs, query, variables)).isEqualTo("{\"data\":{\"users\":[]}}");
        return subgraphs.requests().getFirst();
    }

    @Test
    void coercesAndForwardsValues() {
        assertThat(sent(
                        "query($f: Filter) { users(filter: $f) { id } }",
                        Map.of("f", Map.of("names", "one"), "unknown", 1)))
                .endsWith("\"variables\":{\"f\":{\"names\":[\"one\"]}}}");
        assertThat(sent("query($n: Int) { users(first: $n) { id } }", Map.of("n", 3.0)))
                .endsWith("\"variables\":{\"n\":3}}");
        assertThat(sent("query($r: Role) { users(filter: {role: $r}) { id } }", Map.of("r", "ADMIN")))
                .endsWith("\"variables\":{\"r\":\"ADMIN\"}}");
        assertThat(sent("query($l: [String!]) { users(filter: {names: $l}) { id } }", Map.of("l", List.of("a\"", "b"))))
                .endsWith("\"variables\":{\"l\":[\"a\\\"\",\"b\"]}}");
    }

    @Test
    void usesADefaultForAMissingValueButNotForNull() {
        String query = "query($n: Int = 3) { users(first: $n) { id } }";
        assertThat(sent(query, Map.of())).endsWith("\"variables\":{\"n\":3}}");
        assertThat(sent(query, Collections.singletonMap("n", null))).endsWith("\"variables\":{\"n\":null}}");
        assertThat(sent("query($n: Int) { users(first: $n) { id } }", Map.of())).endsWith("\"variables\":{}}");
    }

    @Test
    void nullIsNotACondition() {
        ScriptedTransport subgraphs = new ScriptedTransport();
        for (String directive : List.of("include", "skip")) {
            String query = "query($c: Boolean = true) { users { id ...F @" + directive
                    + "(if: $c) } } fragment F on User { name }";
            assertThat(People.run(subgraphs, query, Collections.singletonMap("c", null)))
                    .contains("Variable \\\"$c\\\" is used in @skip or @include and must not be null.")
                    .doesNotContain("\"data\"");
        }
        assertThat(subgraphs.requests()).isEmpty();
        assertThat(sent("query($c: Boolean = true) { users { id name @skip(if: $c) } }", Map.of()))
                .doesNotContain("name");
    }

    @Test
    void fractionIsNotAnIntEvenIfItIsZero() {
        ScriptedTransport subgraphs = new ScriptedTransport();
        assertThat(People.run(subgraphs, "{ users(first: 5.0) { id } }", Map.of()))
                .contains("GRAPHQL_VALIDATION_FAILED");
        assertThat(subgraphs.requests()).isEmpty();
    }

    @Test
    void doesNotForwardVariablesOfConditions() {
        String query = "query($with: Boolean!, $n: Int) { users(first: $n) { id name @include(if: $with) } }";
        assertThat(sent(query, Map.of("with", true, "n", 1))).contains("name").endsWith("\"variables\":{\"n\":1}}");
        assertThat(sent(query, Map.of("with", false, "n", 1))).doesNotContain("name", "with");
    }
}
