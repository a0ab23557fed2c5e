package ft.transcendence.matches.match;

/** The ways to play, with what each allows. */
public enum MatchMode {
    ONE_VS_ONE(1, 11),
    TWO_VS_TWO(2, 21);

    private final int teamSize;
    private final int pointsToWin;

    MatchMode(int teamSize, int pointsToWin) {
        this.teamSize = teamSize;
        this.pointsToWin = pointsToWin;
    }

    /** Players per team. */
    public int teamSize() {
        return teamSize;
    }

    /** The points at which a team has won; none has more. */
    public int pointsToWin() {
        return pointsToWin;
    }
}
