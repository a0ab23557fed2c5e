package ft.transcendence.subgraph.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event as stored in the outbox table: its attributes and the serialized JSON data. The table contains the name of
 * this class, so renaming it makes stored events unreadable.
 */
record StoredEvent(
        String topic,
        String key,
        String id,
        String type,
        String source,
        String time,
        @Nullable String data) {}
