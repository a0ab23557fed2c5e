package ft.transcendence.gateway.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.gateway.StandaloneGateway;
import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The standalone gateway, on a supergraph with a single subgraph, {@code players}. */
class SubgraphNamesCheckTests {
    @Test
    void acceptsTheAddressOfASubgraph() {
        assertThatCode(() -> StandaloneGateway.start(Map.of("SUBGRAPH_PLAYERS_URL", "http://localhost:1/graphql"))
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTheAddressOfAnUnknownSubgraph() {
        assertThatThrownBy(() -> StandaloneGateway.start(Map.of("SUBGRAPH_PLAYRES_URL", "http://localhost:1/graphql"))
                        .close())
                .hasRootCauseInstanceOf(WrongSettingsException.class)
                .rootCause()
                .hasMessageContaining(
                        "SUBGRAPH_PLAYRES_URL (from the environment): did you mean SUBGRAPH_PLAYERS_URL?");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> StandaloneGateway.start(Map.of("SUBGRAPH_PLAYERS_URL", "localhost:4001"))
                        .close())
                .rootCause()
                .hasMessageContaining("SUBGRAPH_PLAYERS_URL = localhost:4001 (from the settings): must be an address");
    }

    @Test
    void refusesSettingsOfAnUnknownSubgraph() {
        assertThatThrownBy(() -> StandaloneGateway.start("gateway.subgraphs.named.player.response-timeout=1s")
                        .close())
                .rootCause()
                .hasMessageContaining("did you mean gateway.subgraphs.named.players?");
        assertThatThrownBy(() -> StandaloneGateway.start("gateway.subgraph-errors.named.player=true")
                        .close())
                .rootCause()
                .hasMessageContaining("did you mean gateway.subgraph-errors.named.players?");
    }
}
