package ft.transcendence.users.presence;

import java.util.UUID;

/**
 * The data of {@code ft.transcendence.presence.updated.v1}, as in {@code events/presence-updates.v1.schema.json}: the
 * presence or the friends of a user changed.
 */
record PresenceChanged(UUID userId) {

    static final String TOPIC = "presence-updates";
    static final String TYPE = "ft.transcendence.presence.updated.v1";
}
