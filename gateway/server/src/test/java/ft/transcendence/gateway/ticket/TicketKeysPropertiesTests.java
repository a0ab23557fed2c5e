package ft.transcendence.gateway.ticket;

import static ft.transcendence.gateway.settings.BoundSettings.bind;
import static ft.transcendence.gateway.settings.BoundSettings.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicketKeysPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(TicketKeysProperties.class)).isEqualTo(new TicketKeysProperties("matches"));
    }

    @Test
    void refusesNoSubgraph() {
        assertThat(refusalOf(TicketKeysProperties.class, "subgraph=")).contains("subgraph");
    }
}
