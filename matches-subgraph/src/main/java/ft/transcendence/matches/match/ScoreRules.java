package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;

/**
 * Validates scores. The {@link MatchMode} limits the points and sets the winning score. A score cannot decrease. A
 * match decided by score requires the winning score.
 */
final class ScoreRules {

    private ScoreRules() {}

    /**
     * Validates the score of a running match.
     *
     * @throws ChangeRejectedException with {@link MatchErrorCode#INVALID_SCORE}
     */
    static void requireReport(MatchMode mode, Score known, Score reported) {
        requirePossible(mode, reported);
        requireNotBelow(known, reported);
        if (Math.min(reported.teamOne(), reported.teamTwo()) == mode.pointsToWin()) {
            throw invalid("Only one team can reach %d points.".formatted(mode.pointsToWin()));
        }
    }

    /**
     * Validates a result. The winner needs the higher score, unless a player forfeited or was disconnected.
     *
     * @throws ChangeRejectedException with {@link MatchErrorCode#INVALID_SCORE}, {@link
     *     MatchErrorCode#WINNER_SCORE_NOT_HIGHER}, {@link MatchErrorCode#WINNING_SCORE_NOT_REACHED} or {@link
     *     MatchErrorCode#INVALID_FINISH_REASON}
     */
    static void requireResult(MatchMode mode, Score known, Score last, Team winner, FinishReason reason) {
        requirePossible(mode, last);
        switch (reason) {
            case SCORE -> {
                requireHigher(last, winner);
                requireReached(mode, last, winner);
            }
            case TIMEOUT -> requireHigher(last, winner);
            case FORFEIT, DISCONNECT -> {}
            case SERVER_FAULT ->
                throw new ChangeRejectedException(
                        MatchErrorCode.INVALID_FINISH_REASON,
                        "A match whose game server failed has no winner. Use abortMatch.",
                        "reason");
        }
        requireReport(mode, known, last);
    }

    private static void requirePossible(MatchMode mode, Score score) {
        int highest = Math.max(score.teamOne(), score.teamTwo());
        int lowest = Math.min(score.teamOne(), score.teamTwo());
        if (lowest < 0 || highest > mode.pointsToWin()) {
            throw invalid("Scores in a %s match are between 0 and %d.".formatted(mode, mode.pointsToWin()));
        }
    }

    private static void requireNotBelow(Score known, Score score) {
        if (score.teamOne() < known.teamOne() || score.teamTwo() < known.teamTwo()) {
            throw invalid(
                    "The score cannot decrease. It is already %d:%d.".formatted(known.teamOne(), known.teamTwo()));
        }
    }

    private static void requireHigher(Score score, Team winner) {
        if (score.of(winner) <= score.of(winner.opponent())) {
            throw new ChangeRejectedException(
                    MatchErrorCode.WINNER_SCORE_NOT_HIGHER,
                    "The winner's score must be higher than the loser's.",
                    "score");
        }
    }

    private static void requireReached(MatchMode mode, Score score, Team winner) {
        if (score.of(winner) < mode.pointsToWin()) {
            throw new ChangeRejectedException(
                    MatchErrorCode.WINNING_SCORE_NOT_REACHED,
                    "To win a %s match by score, a team needs %d points.".formatted(mode, mode.pointsToWin()),
                    "score");
        }
    }

    private static ChangeRejectedException invalid(String message) {
        return new ChangeRejectedException(MatchErrorCode.INVALID_SCORE, message, "score");
    }
}
