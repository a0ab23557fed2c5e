package ft.transcendence.users.notification;

import java.util.UUID;

/** A tournament as the entity {@code Tournament}, which the matches subgraph owns. */
record Tournament(UUID id) {}
