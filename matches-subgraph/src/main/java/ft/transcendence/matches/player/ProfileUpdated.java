package ft.transcendence.matches.player;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this subgraph reads of the users subgraph's {@code ft.transcendence.profile.updated.v1}. */
record ProfileUpdated(
        UUID userId,
        long version,
        String username,
        @Nullable String displayName,
        @Nullable String avatarUrl) {}
