package ft.transcendence.subgraph.input;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Parses ids of entities sent by clients or by other subgraphs. Ids are UUIDs; any other text is the id of no entity.
 *
 * <p>Lookups by such a text return null, as for an unknown id. Where that would hide a mistake, as in filters and
 * mutations, arguments are declared as {@link UUID}s instead, and a malformed one is rejected with BAD_USER_INPUT.
 */
public final class EntityId {

    /** {@link UUID#fromString} also accepts shorter texts, and reads them as different ids. */
    private static final int LENGTH = 36;

    private EntityId() {}

    /** The id in a representation; empty if it is malformed. */
    public static Optional<UUID> of(Map<String, Object> representation) {
        return of(String.valueOf(representation.get("id")));
    }

    /** The id; empty if it is malformed. */
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
