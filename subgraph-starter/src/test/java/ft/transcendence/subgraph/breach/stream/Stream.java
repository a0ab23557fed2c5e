package ft.transcendence.subgraph.breach.stream;

import ft.transcendence.subgraph.breach.error.Failure;

/** Depends on a lower layer, which is allowed. */
public record Stream(Failure failure) {}
