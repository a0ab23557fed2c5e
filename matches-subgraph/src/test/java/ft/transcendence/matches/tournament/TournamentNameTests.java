package ft.transcendence.matches.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TournamentNameTests {

    @Test
    void joinsSpacesAndNormalizes() {
        assertThat(TournamentName.of("  Cafe\u0301 \u00a0 Cup 🏓 ")).isEqualTo("Café Cup 🏓");
        assertThat(TournamentName.of("x".repeat(60))).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "two\nlines", "left\u202eright", "zero\u200bwidth", "tab\there"})
    void rejects(String name) {
        assertThatExceptionOfType(ChangeRejectedException.class).isThrownBy(() -> TournamentName.of(name));
    }

    @Test
    void rejectsLongNames() {
        assertThatExceptionOfType(ChangeRejectedException.class).isThrownBy(() -> TournamentName.of("x".repeat(61)));
    }
}
