package ft.transcendence.matches.player;

import java.util.UUID;

/**
 * A player as the entity {@code User}, which the users subgraph owns and this subgraph extends. DGS finds the GraphQL
 * type by the name of the class.
 */
public record User(UUID id) {}
