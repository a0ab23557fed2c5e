package ft.transcendence.matches.match;

/** The points of both teams. {@link ScoreRules} validates them. */
public record Score(int teamOne, int teamTwo) {

    static final Score START = new Score(0, 0);

    /** The score after another point. */
    Score plus(Team team) {
        return team == Team.ONE ? new Score(teamOne + 1, teamTwo) : new Score(teamOne, teamTwo + 1);
    }

    /** The higher points of each team. */
    Score highest(Score other) {
        return new Score(Math.max(teamOne, other.teamOne), Math.max(teamTwo, other.teamTwo));
    }

    /** The points of one team. */
    public int of(Team team) {
        return team == Team.ONE ? teamOne : teamTwo;
    }
}
