package ft.transcendence.matches.history;

/** How time is divided for statistics, as described by the schema's enum of the same name. Everything is in UTC. */
enum StatsInterval {
    DAY(1),
    WEEK(7),
    MONTH(28);

    private final int shortestDays;

    StatsInterval(int shortestDays) {
        this.shortestDays = shortestDays;
    }

    /** How many days it has at least. */
    int shortestDays() {
        return shortestDays;
    }
}
