package ft.transcendence.federation.supergraph;

/**
 * A subgraph of the supergraph.
 *
 * @param name the name used in composition, which identifies the subgraph
 * @param url the routing URL of the composition; may be empty
 */
public record Subgraph(String name, String url) {}
