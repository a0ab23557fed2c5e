package ft.transcendence.matches.match;

/** The ways to play, with what each allows. */
public enum MatchMode {
    ONE_VS_ONE(1, 11),
    TWO_VS_TWO(2, 21);

    private final int teamSize;
    private final int maximumScore;

    MatchMode(int teamSize, int maximumScore) {
        this.teamSize = teamSize;
        this.maximumScore = maximumScore;
    }

    /** Players per team. */
    public int teamSize() {
        return teamSize;
    }

    /** The most points a team can reach. */
    public int maximumScore() {
        return maximumScore;
    }
}
