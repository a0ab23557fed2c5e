package ft.transcendence.matches.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.mutation.UserErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreRulesTests {

    @ParameterizedTest
    @CsvSource({"ONE_VS_ONE, 11, 10", "ONE_VS_ONE, 5, 3", "TWO_VS_TWO, 21, 20"})
    void allowsReportsWithinTheModesBounds(MatchMode mode, int teamOne, int teamTwo) {
        ScoreRules.requireReport(mode, new Score(5, 3), new Score(teamOne, teamTwo));
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_VS_ONE, 12, 3",
        "ONE_VS_ONE, 5, -1",
        "ONE_VS_ONE, 11, 11",
        "ONE_VS_ONE, 4, 3",
        "ONE_VS_ONE, 6, 2",
        "TWO_VS_TWO, 22, 20",
        "TWO_VS_TWO, 21, 21"
    })
    void rejectsOtherReports(MatchMode mode, int teamOne, int teamTwo) {
        assertThat(codeOf(() -> ScoreRules.requireReport(mode, new Score(5, 3), new Score(teamOne, teamTwo))))
                .isEqualTo(MatchErrorCode.INVALID_SCORE);
    }

    @ParameterizedTest
    @CsvSource({
        "SCORE, ONE, 11, 3",
        "TIMEOUT, ONE, 5, 3",
        "FORFEIT, TWO, 5, 3",
        "DISCONNECT, TWO, 10, 3",
        "FORFEIT, ONE, 11, 3"
    })
    void allowsResults(FinishReason reason, Team winner, int teamOne, int teamTwo) {
        ScoreRules.requireResult(MatchMode.ONE_VS_ONE, new Score(5, 3), new Score(teamOne, teamTwo), winner, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "SCORE, ONE, 10, 3, WINNING_SCORE_NOT_REACHED",
        "SCORE, TWO, 11, 3, WINNER_SCORE_NOT_HIGHER",
        "SCORE, ONE, 11, 2, INVALID_SCORE",
        "TIMEOUT, ONE, 5, 5, WINNER_SCORE_NOT_HIGHER",
        "TIMEOUT, ONE, 4, 3, INVALID_SCORE",
        "FORFEIT, TWO, 5, 2, INVALID_SCORE",
        "FORFEIT, TWO, 11, 11, INVALID_SCORE",
        "DISCONNECT, TWO, 12, 3, INVALID_SCORE",
        "SERVER_FAULT, ONE, 11, 3, INVALID_FINISH_REASON"
    })
    void rejectsOtherResults(FinishReason reason, Team winner, int teamOne, int teamTwo, MatchErrorCode code) {
        assertThat(codeOf(() -> ScoreRules.requireResult(
                        MatchMode.ONE_VS_ONE, new Score(5, 3), new Score(teamOne, teamTwo), winner, reason)))
                .isEqualTo(code);
    }

    private static UserErrorCode codeOf(ThrowingCallable change) {
        ChangeRejectedException[] rejection = new ChangeRejectedException[1];
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(ChangeRejectedException.class, thrown -> rejection[0] = thrown);
        return rejection[0].code();
    }
}
