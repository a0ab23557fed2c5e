package ft.transcendence.matches.matchmaking;

import ft.transcendence.matches.match.MatchMode;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A player's wish for a match, alone or with a partner. */
record JoinQueueInput(MatchMode mode, @Nullable UUID partnerId) {

    Optional<UUID> partner() {
        return Optional.ofNullable(partnerId);
    }
}
