package ft.transcendence.schemacheck;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.schemacheck.composition.HintLevel;
import ft.transcendence.schemacheck.composition.SupergraphComposition;
import ft.transcendence.schemacheck.composition.SupergraphComposition.Outcome;
import ft.transcendence.schemacheck.config.SubgraphSchema;
import ft.transcendence.schemacheck.config.SupergraphConfig;
import ft.transcendence.schemacheck.finding.Report;
import graphql.Scalars;
import graphql.schema.idl.SchemaPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupergraphCompositionTests {

    @TempDir
    private Path folder;

    private static Outcome.Composed compose(SupergraphConfig config) {
        Outcome outcome = SupergraphComposition.compose(config, HintLevel.NONE);
        assertThat(outcome).isInstanceOf(Outcome.Composed.class);
        return (Outcome.Composed) outcome;
    }

    @Test
    void theOrderOfTheSubgraphsDoesNotAffectTheSupergraph() {
        TestPlatform platform = TestPlatform.copied(folder);
        String before = compose(platform.subgraphs()).sdl();
        List<SubgraphSchema> reversed = new ArrayList<>(platform.subgraphs().subgraphs());
        Collections.reverse(reversed);
        assertThat(compose(new SupergraphConfig(reversed)).sdl()).isEqualTo(before);
        platform.write("supergraph.yaml", """
            subgraphs:
              matches:
                schema: {file: ./matches/schema/matches.graphqls}
                routing_url: http://localhost:8083/graphql
              users:
                schema: {file: ./users/schema/users.graphqls}
                routing_url: http://localhost:8082/graphql
            """);
        assertThat(compose(platform.subgraphs()).sdl()).isEqualTo(before);
    }

    @Test
    void theSupergraphContainsTheSubgraphsUrlsAndTheConsumerSchemaNothingOfFederation() {
        Outcome.Composed supergraph = compose(TestPlatform.copied(folder).subgraphs());
        assertThat(supergraph.sdl())
                .startsWith("# Composed from supergraph.yaml.")
                .endsWith("}\n");
        assertThat(supergraph.sdl())
                .contains("USERS @join__graph(name: \"users\", url: \"http://localhost:8082/graphql\")");
        assertThat(supergraph.sdl().replaceAll("\\s+", " "))
                .contains("type User @join__type(graph: MATCHES, key: \"id\") @join__type(graph: USERS, key: \"id\")"
                        + " @join__type(graph: USERS, key: \"username\")");
        assertThat(new SchemaPrinter().print(supergraph.supergraph().consumerSchema()))
                .doesNotContain("join__", "link__", "_entities", "@authenticated", "inaccessible");
        assertThat(supergraph
                        .supergraph()
                        .consumerSchema()
                        .getObjectType("User")
                        .getFieldDefinition("wins")
                        .getType())
                .isEqualTo(Scalars.GraphQLInt);
    }

    @Test
    void aTypeWithoutItsKeyIsUnsatisfiableFromAnotherSubgraph() {
        TestPlatform platform = TestPlatform.released(folder);
        platform.change(
                "users/schema/users.graphqls",
                "type User @key(fields: \"id\") @key(fields: \"username\") {",
                "type User {");
        platform.change(
                "users/schema/users.graphqls",
                "  id: ID!\n  \"The unique name.\"",
                "  id: ID! @shareable\n  \"The unique name.\"");
        Report report = platform.composeAndCheck();
        assertThat(TestPlatform.bad(report)).isNotEmpty().allSatisfy(line -> assertThat(line)
                .startsWith("ERROR SATISFIABILITY_ERROR: "));
    }
}
