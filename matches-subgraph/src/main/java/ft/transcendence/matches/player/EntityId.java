package ft.transcendence.matches.player;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The id in a representation of an entity, as another subgraph's answer gave it to the gateway. */
public final class EntityId {

    /** Java reads shorter ones, too, as other ids than they are. */
    private static final int LENGTH = 36;

    private EntityId() {}

    /** The id, or empty when it is none of ours: ids here are UUIDs. */
    public static Optional<UUID> of(Map<String, Object> representation) {
        String id = String.valueOf(representation.get("id"));
        if (id.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
