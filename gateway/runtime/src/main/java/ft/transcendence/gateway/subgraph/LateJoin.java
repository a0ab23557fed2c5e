package ft.transcendence.gateway.subgraph;

/** What a client gets that joins a stream which is already open. */
enum LateJoin {
    /** Each event is the whole state, and a stream starts with it: late joiners get the last event at once. */
    BEGINS_WITH_LAST_EVENT,
    /** Events are news: late joiners get those from then on. */
    BEGINS_WITH_NEXT_EVENT
}
