package ft.transcendence.subgraph.paging;

/** A node of a page with its cursor, in the shape of Relay's edge. */
public record Edge<T>(T node, String cursor) {}
