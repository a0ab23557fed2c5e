package ft.transcendence.matches.match;

import ft.transcendence.matches.rating.Ladder;

/** How a match is played, with the team size and winning score. */
public enum MatchMode {
    ONE_VS_ONE(1, 11),
    TWO_VS_TWO(2, 21);

    private final int teamSize;
    private final int pointsToWin;

    MatchMode(int teamSize, int pointsToWin) {
        this.teamSize = teamSize;
        this.pointsToWin = pointsToWin;
    }

    /** Where its matches are rated. */
    public Ladder ladder() {
        return Ladder.valueOf(name());
    }

    /** Players per team. */
    public int teamSize() {
        return teamSize;
    }

    /** The winning score. No team can have more points. */
    public int pointsToWin() {
        return pointsToWin;
    }
}
