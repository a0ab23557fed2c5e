package ft.transcendence.users.profile;

import ft.transcendence.subgraph.error.ClientException;
import java.util.Optional;
import java.util.UUID;

/** User ids as clients send them. */
public final class UserIds {

    private UserIds() {}

    /** The id, or empty for a text that is nobody's id. */
    public static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The id.
     *
     * @throws ClientException BAD_USER_INPUT for a text that is nobody's id
     */
    public static UUID require(String text) {
        return parse(text).orElseThrow(() -> ClientException.badInput("A user's id is a UUID."));
    }
}
