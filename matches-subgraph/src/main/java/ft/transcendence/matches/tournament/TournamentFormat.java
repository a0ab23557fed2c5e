package ft.transcendence.matches.tournament;

/** Who meets whom in a tournament, as described by the schema's enum of the same name. */
enum TournamentFormat {
    SINGLE_ELIMINATION(64, new SingleElimination()),
    /** Each player more is a round more, in which all wait for the longest match: 16 players need 15 rounds. */
    ROUND_ROBIN(16, new RoundRobin());

    static final int FEWEST_PLAYERS = 3;

    private final int mostPlayers;
    private final FormatRules rules;

    TournamentFormat(int mostPlayers, FormatRules rules) {
        this.mostPlayers = mostPlayers;
        this.rules = rules;
    }

    int mostPlayers() {
        return mostPlayers;
    }

    FormatRules rules() {
        return rules;
    }
}
