package ft.transcendence.matches.doubt;

import static ft.transcendence.matches.doubt.PlayedMatches.END;
import static ft.transcendence.matches.doubt.PlayedMatches.LIMITS;
import static ft.transcendence.matches.doubt.PlayedMatches.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.doubt.PlayedMatch.Encounter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTests {

    private final Doubts doubts =
            new Doubts(List.of(new NewPlayerRule(LIMITS), new SamePairRule(LIMITS), new TooFastRule(LIMITS)), LIMITS);

    @Test
    void areNoneAboutAnOrdinaryMatch() {
        assertThat(doubts.about(lasting(Duration.ofMinutes(3), 11))).isEmpty();
    }

    @Test
    void areAllThatAreRaised() {
        Encounter encounter = new Encounter(6, END.minusSeconds(3600), 6, 6);

        assertThat(doubts.about(new PlayedMatch(END, END, 11, List.of(encounter))))
                .containsExactly(Doubt.TOO_FAST, Doubt.SAME_PAIR, Doubt.NEW_PLAYER_LOSES);
    }
}
