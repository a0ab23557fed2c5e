package ft.transcendence.matches.player;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A player as the entity {@code User}, which the users subgraph owns and this subgraph extends. DGS finds the GraphQL
 * type by the name of the class.
 *
 * @param friendIds the ids of the player's friends, if the users subgraph was asked for them and shows them to the caller
 */
public record User(UUID id, @Nullable List<UUID> friendIds) {

    public User(UUID id) {
        this(id, null);
    }
}
