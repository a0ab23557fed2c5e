package ft.transcendence.subgraph.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event as stored in the outbox table: its attributes and the serialized JSON data. The table contains the name of
 * this class, so renaming it makes stored events unreadable.
 *
 * @param traceParent of the request that scheduled it; null if that was not traced, and for events of earlier versions
 */
record StoredEvent(
        String topic,
        String key,
        String id,
        String type,
        String source,
        String time,
        @Nullable String data,
        @Nullable String traceParent) {}
