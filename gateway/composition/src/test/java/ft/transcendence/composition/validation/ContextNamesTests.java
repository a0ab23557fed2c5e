package ft.transcendence.composition.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextNamesTests {
    @ParameterizedTest
    @ValueSource(strings = {"user", "u", "User2"})
    void acceptsLettersAndDigits(String name) {
        assertThat(named(name).codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_user", "the_user", "2user", "the-user", "üser", "user "})
    void refusesOtherNames(String name) {
        CheckedSubgraph checked = named(name);
        assertThat(checked.codes()).containsExactly(ErrorCode.CONTEXT_NAME_INVALID);
        assertThat(checked.places()).containsExactly("1:11");
    }

    private static CheckedSubgraph named(String name) {
        return CheckedSubgraph.of("type User @context(name: \"%s\") { id: ID! }".formatted(name));
    }
}
