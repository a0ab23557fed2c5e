package ft.transcendence.matches.player;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.security.AllowAnonymous;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Resolves {@code User} entities. The users subgraph knows whether they exist. The class is public because DGS calls it
 * by plain reflection.
 */
@DgsComponent
public class UserEntityFetcher {

    @DgsEntityFetcher(name = "User")
    @AllowAnonymous
    public @Nullable User user(Map<String, Object> representation) {
        return EntityId.of(representation)
                .map(id -> new User(id, friends(representation.get("friendIds"))))
                .orElse(null);
    }

    private static @Nullable List<UUID> friends(@Nullable Object ids) {
        if (!(ids instanceof List<?> list)) {
            return null;
        }
        return list.stream()
                .map(String::valueOf)
                .map(EntityId::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
