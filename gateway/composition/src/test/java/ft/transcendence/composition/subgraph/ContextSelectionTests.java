package ft.transcendence.composition.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextSelectionTests {
    @Test
    void splitsTheContextFromTheSelection() {
        assertThat(ContextSelection.parse(" # the reader\n, $ user_1{ name }"))
                .contains(new ContextSelection("user_1", "{ name }"));
    }

    @Test
    void theSelectionMayBeEmpty() {
        assertThat(ContextSelection.parse("$user")).contains(new ContextSelection("user", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "user", "{ name } $user", "$", "$ ", "$1", "# $user"})
    void isEmptyWithoutAContext(String text) {
        assertThat(ContextSelection.parse(text)).isEmpty();
    }
}
