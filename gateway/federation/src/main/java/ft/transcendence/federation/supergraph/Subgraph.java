package ft.transcendence.federation.supergraph;

/**
 * A subgraph of the supergraph.
 *
 * @param name as given to composition; used everywhere to refer to it
 * @param url where it is served, as composed; may be empty
 */
public record Subgraph(String name, String url) {}
