package ft.transcendence.gateway.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.StandaloneGateway;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The rehearsed operations on this repository's own supergraph. */
class RehearsalTests {
    private static final Path SUPERGRAPH = Path.of("../../supergraph.graphql");

    @Test
    void operationsGetDataOfTheSampleSubgraphs() throws Exception {
        SampleData data = new SampleData(Files.readString(SUPERGRAPH));
        assertThat(data.subgraphs()).containsExactlyInAnyOrder("users", "matches");
        try (SampleSubgraphs subgraphs = new SampleSubgraphs(data);
                ConfigurableApplicationContext gateway = StandaloneGateway.start(
                        "gateway.supergraph.file=" + SUPERGRAPH,
                        "SUBGRAPH_USERS_URL=" + subgraphs.address(),
                        "SUBGRAPH_MATCHES_URL=" + subgraphs.address())) {
            Rehearsal rehearsal = new Rehearsal(URI.create(
                    "http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port") + "/graphql"));

            assertThat(rehearsal.send(Rehearsal.OPERATIONS.get(0)))
                    .hasSizeGreaterThan(50_000)
                    .contains("\"teamOne\"", "\"displayName\"", "\"winRate\"")
                    .doesNotContain("\"errors\"");
            assertThat(rehearsal.send(Rehearsal.OPERATIONS.get(1)))
                    .contains("\"displayName\"")
                    .doesNotContain("\"errors\"");
            assertThat(rehearsal.send(Rehearsal.OPERATIONS.get(2))).startsWith("{\"data\":{\"match\":{\"id\":");
            assertThat(rehearsal.send(Rehearsal.OPERATIONS.get(3))).contains("\"__typename\":\"Query\"");
            assertThat(rehearsal.send(Rehearsal.OPERATIONS.get(4))).contains("\"errors\"");
        }
    }
}
