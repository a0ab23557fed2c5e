package ft.transcendence.users.notification;

import java.util.UUID;

/** A match as the entity {@code Match}, which the matches subgraph owns. */
record Match(UUID id) {}
