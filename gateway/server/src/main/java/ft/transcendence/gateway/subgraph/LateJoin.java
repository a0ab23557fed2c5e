package ft.transcendence.gateway.subgraph;

/** What somebody gets who joins a stream that others have opened. */
enum LateJoin {
    /** Each event is the whole state, and a stream begins with it: who joins gets the last event at once. */
    BEGINS_WITH_LAST_EVENT,
    /** Events are news: who joins gets those that come from then on. */
    BEGINS_WITH_NEXT_EVENT
}
