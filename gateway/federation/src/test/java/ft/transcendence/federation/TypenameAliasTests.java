package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fields with the alias {@code __typename}, also where the engine itself has to know the type. */
final class TypenameAliasTests {

    @Test
    void isReturnedUnderItsAlias() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", "{\"data\":{\"me\":{\"_0___typename\":\"Ada\",\"id\":\"1\"}}}");
        assertThat(People.run(subgraphs, "{ me { __typename: name id } }"))
                .isEqualTo("{\"data\":{\"me\":{\"__typename\":\"Ada\",\"id\":\"1\"}}}");
        assertThat(subgraphs.requests()).containsExactly("users {\"query\":\"{me{_0___typename:name id}}\"}");
    }

    @Test
    void coexistsWithTheTypenameThatPlansNeed() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond(
                        "users",
                        "{\"data\":{\"found\":[{\"__typename\":\"User\",\"_0___typename\":\"Ada\"},{\"__typename\":\"Bot\"}]}}");
        assertThat(People.run(subgraphs, "{ found { ... on User { __typename: name } ... on Bot { t: __typename } } }"))
                .isEqualTo("{\"data\":{\"found\":[{\"__typename\":\"Ada\"},{\"t\":\"Bot\"}]}}");
    }

    @Test
    void isPartOfErrorPaths() {
        ScriptedTransport subgraphs = new ScriptedTransport().respond("users", """
                {"data":{"me":{"_0___typename":null}},"errors":[{"message":"no name","path":["me","_0___typename"]}]}""");
        assertThat(People.run(subgraphs, "{ me { __typename: name } }"))
                .contains("\"path\":[\"me\",\"__typename\"]")
                .contains("{\"data\":{\"me\":{\"__typename\":null}}");
    }

    @Test
    void canBeTheOnlyField() {
        ScriptedTransport subgraphs =
                new ScriptedTransport().respond("users", "{\"data\":{\"_0___typename\":{\"id\":\"1\"}}}");
        assertThat(People.run(subgraphs, "{ __typename: me { id } t: __typename }"))
                .isEqualTo("{\"data\":{\"__typename\":{\"id\":\"1\"},\"t\":\"Query\"}}");
    }

    @Test
    void canHoldAnEntityOfAnotherSubgraph() {
        ScriptedTransport subgraphs = new ScriptedTransport()
                .respond("users", "{\"data\":{\"me\":{\"__typename\":\"User\",\"id\":\"1\"}}}")
                .respond("reviews", "{\"data\":{\"_entities\":[{\"_0___typename\":[{\"id\":\"7\"}]}]}}");
        assertThat(People.run(subgraphs, "{ me { __typename: reviews { id } } }"))
                .isEqualTo("{\"data\":{\"me\":{\"__typename\":[{\"id\":\"7\"}]}}}");
    }
}
