package ft.transcendence.schemacheck.supergraph;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionResult;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.composer.Composer;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The supergraphs of the conformance cases were composed by Apollo's composer. */
class ConformanceSuitesTests {
    private static final Path SUITES = Path.of("../gateway/conformance/suites");

    static List<String> suites() throws IOException {
        try (Stream<Path> suites = Files.list(SUITES)) {
            return suites.map(suite -> suite.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("suites")
    void clientsSeeTheSameSchemaAsWithApollosComposer(String suite) throws IOException {
        Path folder = SUITES.resolve(suite);
        ComposedSupergraph byApollo =
                ComposedSupergraph.read(Files.readString(folder.resolve("supergraph.graphql")), suite);
        CompositionResult ours = Composer.compose(subgraphs(folder.resolve("subgraphs")));
        assertThat(ours).isInstanceOf(CompositionResult.Composed.class);
        String supergraph = ((CompositionResult.Composed) ours).supergraphSdl();
        assertThat(print(ComposedSupergraph.read(supergraph, suite).consumerSchema()))
                .isEqualTo(print(byApollo.consumerSchema()));
    }

    private static List<SubgraphInput> subgraphs(Path folder) throws IOException {
        List<SubgraphInput> subgraphs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".graphql", "");
                subgraphs.add(new SubgraphInput(name, "http://localhost/" + name, Files.readString(file)));
            }
        }
        return subgraphs;
    }

    private static String print(GraphQLSchema schema) {
        return new SchemaPrinter().print(schema);
    }
}
