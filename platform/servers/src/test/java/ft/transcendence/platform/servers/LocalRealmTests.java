package ft.transcendence.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LocalRealmTests {

    @Test
    void appendsLists() {
        ObjectNode merged = LocalRealm.overlay(
                json("{\"realm\":\"transcendence\",\"clients\":[{\"clientId\":\"gateway\"}]}"),
                json("{\"clients\":[{\"clientId\":\"cli\"}],\"users\":[{\"username\":\"ada\"}]}"));

        assertThat(merged)
                .isEqualTo(json("{\"realm\":\"transcendence\",\"clients\":[{\"clientId\":\"gateway\"},"
                        + "{\"clientId\":\"cli\"}],\"users\":[{\"username\":\"ada\"}]}"));
    }

    @Test
    void rejectsAnOverlayThatChangesASetting() {
        assertThatThrownBy(() -> LocalRealm.overlay(json("{}"), json("{\"bruteForceProtected\":false}")))
                .hasMessageContaining("bruteForceProtected");
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }
}
