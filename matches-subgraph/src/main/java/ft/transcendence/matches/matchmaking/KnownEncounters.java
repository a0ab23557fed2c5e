package ft.transcendence.matches.matchmaking;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is known of the players of waiting tickets.
 *
 * @param blocks the pairs of whom one blocks the other
 * @param lastOpponents the opponents of both of a player's last two matches; players without any are absent
 */
record KnownEncounters(Set<Set<UUID>> blocks, Map<UUID, Set<UUID>> lastOpponents) implements Encounters {

    static KnownEncounters of(Set<Set<UUID>> blocks, Collection<QueueTicket> tickets) {
        return new KnownEncounters(
                blocks,
                tickets.stream()
                        .flatMap(ticket -> ticket.players().stream())
                        .filter(seat -> !seat.lastOpponents().isEmpty())
                        .collect(Collectors.toMap(QueuePlayer::userId, QueuePlayer::lastOpponents)));
    }

    @Override
    public boolean blocked(UUID one, UUID other) {
        return blocks.contains(Set.of(one, other));
    }

    @Override
    public boolean repeated(UUID one, UUID other) {
        return lastOpponents.getOrDefault(one, Set.of()).contains(other)
                && lastOpponents.getOrDefault(other, Set.of()).contains(one);
    }
}
