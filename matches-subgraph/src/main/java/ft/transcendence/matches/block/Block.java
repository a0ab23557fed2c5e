package ft.transcendence.matches.block;

import ft.transcendence.subgraph.inbox.UnreadableEventException;
import java.util.UUID;

/** A player who blocks another one, as in the keys of the topic {@code block-updates}. */
record Block(UUID blocker, UUID blocked) {

    /** @throws UnreadableEventException if the key does not consist of two ids */
    static Block ofKey(String key) {
        String[] ids = key.split("/", -1);
        if (ids.length != 2) {
            throw new UnreadableEventException("The key " + key + " does not name two players", null);
        }
        try {
            return new Block(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableEventException("The key " + key + " does not name two players", malformed);
        }
    }
}
