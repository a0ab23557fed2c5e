package ft.transcendence.subgraph.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityIdTests {

    @Test
    void isAUuid() {
        UUID id = UUID.randomUUID();
        assertThat(EntityId.of(id.toString())).hasValue(id);
        assertThat(EntityId.of(Map.of("id", id.toString()))).hasValue(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1-1-1-1-1",
                "00000000-0000-0000-0000-00000000000g",
                "0000000000000000000000000000000000000"
            })
    void isEmptyForAnyOtherText(String text) {
        assertThat(EntityId.of(text)).isEmpty();
    }

    @Test
    void isEmptyForARepresentationWithoutId() {
        assertThat(EntityId.of(Map.of())).isEmpty();
    }
}
