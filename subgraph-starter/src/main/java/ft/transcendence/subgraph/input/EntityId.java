package ft.transcendence.subgraph.input;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The id of an entity, as a client or another subgraph's answer gave it. Ids here are UUIDs; any other text names nothing.
 *
 * <p>Whoever looks an object up by such a text gets null, as for an id that is nobody's. Where that would hide a mistake, in filters and in
 * what is to be changed, arguments are declared as {@link UUID}s, and what is none is refused with BAD_USER_INPUT before a field sees it.
 */
public final class EntityId {

    /** Java reads shorter ones, too, as other ids than they are. */
    private static final int LENGTH = 36;

    private EntityId() {}

    /** The id in a representation, or empty when it is none of ours. */
    public static Optional<UUID> of(Map<String, Object> representation) {
        return of(String.valueOf(representation.get("id")));
    }

    /** The id, or empty when it is none of ours. */
    public static Optional<UUID> of(String id) {
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
