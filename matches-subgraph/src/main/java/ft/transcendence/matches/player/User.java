package ft.transcendence.matches.player;

import java.util.UUID;

/**
 * The player as an entity of the federated graph: users owns it, this subgraph contributes to it. Named as in the schema,
 * by which the federation resolver knows its type.
 */
public record User(UUID id) {}
