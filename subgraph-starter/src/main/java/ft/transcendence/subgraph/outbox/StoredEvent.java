package ft.transcendence.subgraph.outbox;

import org.jspecify.annotations.Nullable;

/** An event as it waits in the outbox table: its attributes and its finished JSON body. */
record StoredEvent(
        String topic,
        String key,
        String id,
        String type,
        String source,
        String time,
        @Nullable String data) {}
