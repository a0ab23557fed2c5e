package ft.transcendence.subgraph.input;

import ft.transcendence.subgraph.error.ClientException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The id of an entity, as a client or another subgraph's answer gave it. Ids here are UUIDs; any other text names nothing.
 *
 * <p>The rule for all fields: whoever looks an object up by an id that names nothing gets null, as for one that is nobody's ({@link #of}).
 * Whoever asks for a change, or filters by it, gets BAD_USER_INPUT ({@link #require}): doing nothing would hide the mistake.
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

    /**
     * The id.
     *
     * @param kind what it is the id of, as in "A user's id"
     * @throws ClientException BAD_USER_INPUT when it is none of ours
     */
    public static UUID require(String kind, String id) {
        return of(id).orElseThrow(() -> ClientException.badInput("A " + kind + "'s id is a UUID."));
    }
}
