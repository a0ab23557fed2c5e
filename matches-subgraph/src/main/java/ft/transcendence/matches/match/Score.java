package ft.transcendence.matches.match;

/** The points of both teams; whether they are possible depends on the mode. */
public record Score(int teamOne, int teamTwo) {

    static final Score START = new Score(0, 0);

    /** The points of one team. */
    public int of(Team team) {
        return team == Team.ONE ? teamOne : teamTwo;
    }

    /** @throws MatchRefusedException with {@link MatchErrorCode#INVALID_SCORE} */
    void requirePossibleIn(MatchMode mode) {
        int highest = Math.max(teamOne, teamTwo);
        int lowest = Math.min(teamOne, teamTwo);
        if (lowest < 0 || highest > mode.maximumScore()) {
            throw new MatchRefusedException(
                    MatchErrorCode.INVALID_SCORE,
                    "Scores of a %s match lie between 0 and %d.".formatted(mode, mode.maximumScore()),
                    "score");
        }
    }

    /** @throws MatchRefusedException with {@link MatchErrorCode#INVALID_SCORE} when a team would lose points */
    void requireNotBelow(Score earlier) {
        if (teamOne < earlier.teamOne || teamTwo < earlier.teamTwo) {
            throw new MatchRefusedException(
                    MatchErrorCode.INVALID_SCORE,
                    "Points are never lost: the score is already %d:%d.".formatted(earlier.teamOne, earlier.teamTwo),
                    "score");
        }
    }

    /** @throws MatchRefusedException with {@link MatchErrorCode#WINNER_SCORE_NOT_HIGHER} */
    void requireHigherFor(Team winner) {
        if (of(winner) <= of(winner.opponent())) {
            throw new MatchRefusedException(
                    MatchErrorCode.WINNER_SCORE_NOT_HIGHER,
                    "The winner's score must be higher than the loser's.",
                    "score");
        }
    }
}
