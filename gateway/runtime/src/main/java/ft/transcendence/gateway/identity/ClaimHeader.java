package ft.transcendence.gateway.identity;

/** A header for subgraphs with a claim of a verified token. The name is in lower case. */
public record ClaimHeader(String name, String value) {}
