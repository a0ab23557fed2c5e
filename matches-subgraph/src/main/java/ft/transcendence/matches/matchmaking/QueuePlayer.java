package ft.transcendence.matches.matchmaking;

import java.util.Set;
import java.util.UUID;

/**
 * A player of a queue ticket.
 *
 * @param joined whether the player wants to play; an invited one has not said so
 * @param lastOpponents the opponents of both of the player's last two matches; nearly always none
 */
record QueuePlayer(UUID userId, boolean joined, Set<UUID> lastOpponents) {

    QueuePlayer {
        lastOpponents = Set.copyOf(lastOpponents);
    }

    static QueuePlayer invited(UUID userId) {
        return new QueuePlayer(userId, false, Set.of());
    }
}
