package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntrospectionTests {

    @Test
    void describesTheConsumerSchema() {
        ScriptedTransport subgraphs = new ScriptedTransport();
        assertThat(People.run(subgraphs, IntrospectionQuery.INTROSPECTION_QUERY))
                .contains("\"name\":\"User\"", "\"name\":\"reviewAdded\"")
                .doesNotContain("join__", "errors");
        assertThat(subgraphs.requests()).isEmpty();
    }

    @Test
    void listsOnlyDirectivesThatHaveAnEffect() {
        assertThat(People.run(new ScriptedTransport(), "{ __schema { d: directives { name } } }"))
                .isEqualTo("{\"data\":{\"__schema\":{\"d\":[{\"name\":\"include\"},{\"name\":\"skip\"},"
                        + "{\"name\":\"deprecated\"},{\"name\":\"specifiedBy\"},{\"name\":\"oneOf\"}]}}}");
    }

    @Test
    void canBeCombinedWithOtherFields() {
        ScriptedTransport subgraphs = new ScriptedTransport().respond("users", "{\"data\":{\"me\":{\"id\":\"1\"}}}");
        String query = """
                query($type: String!) { t: __type(name: $type) { ...n } me { id } ...s __typename }
                fragment s on Query { __schema { queryType { ...n } } }
                fragment n on __Type { name }""";
        assertThat(People.run(subgraphs, query, Map.of("type", "Role")))
                .isEqualTo("{\"data\":{\"t\":{\"name\":\"Role\"},\"me\":{\"id\":\"1\"},"
                        + "\"__schema\":{\"queryType\":{\"name\":\"Query\"}},\"__typename\":\"Query\"}}");
        assertThat(subgraphs.requests()).hasSize(1);
    }

    @Test
    void unknownTypeIsNull() {
        assertThat(People.run(new ScriptedTransport(), "{ __type(name: \"join__Graph\") { name } }"))
                .isEqualTo("{\"data\":{\"__type\":null}}");
    }

    @Test
    void printsTheConsumerSchema() {
        assertThat(People.engine(new ScriptedTransport()).consumerSchema())
                .contains("type User", "union Found = Bot | User")
                .doesNotContain("join__", "@policy");
    }

    @Test
    void returnsThePlanIfTheHostAllowsIt() {
        ScriptedTransport subgraphs = new ScriptedTransport().respond("users", "{\"data\":{\"me\":{\"id\":\"1\"}}}");
        RequestContext context = RequestContext.builder()
                .allow(RequestContext.Feature.QUERY_PLAN)
                .build();
        assertThat(People.run(subgraphs, "{ me { id } }", Map.of(), context))
                .contains("\"extensions\":{\"queryPlan\":\"QueryPlan {");
    }
}
