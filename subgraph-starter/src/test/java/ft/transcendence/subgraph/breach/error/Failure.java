package ft.transcendence.subgraph.breach.error;

import ft.transcendence.subgraph.breach.stream.Stream;

/** Depends on a higher layer. */
public record Failure(Stream stream) {}
