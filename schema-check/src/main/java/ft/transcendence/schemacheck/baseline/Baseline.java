package ft.transcendence.schemacheck.baseline;

import ft.transcendence.schemacheck.events.EventSchema;
import ft.transcendence.schemacheck.supergraph.ComposedSupergraph;
import java.util.List;
import java.util.Optional;

/**
 * What clients and consumers rely on.
 *
 * @param supergraph empty before the first release
 */
public record Baseline(Optional<ComposedSupergraph> supergraph, List<EventSchema> events) {
    public Baseline {
        events = List.copyOf(events);
    }
}
