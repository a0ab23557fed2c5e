package ft.transcendence.matches.player;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of the event {@code ft.transcendence.profile.updated.v1} that is used here. */
record ProfileUpdated(
        UUID userId,
        long version,
        String username,
        @Nullable String displayName,
        @Nullable String avatarUrl) {}
