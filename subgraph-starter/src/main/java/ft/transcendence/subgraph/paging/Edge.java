package ft.transcendence.subgraph.paging;

/** A row and its place in the list. */
public record Edge<T>(T node, String cursor) {}
