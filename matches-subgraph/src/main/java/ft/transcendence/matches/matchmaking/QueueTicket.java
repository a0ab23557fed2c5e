package ft.transcendence.matches.matchmaking;

import ft.transcendence.matches.match.MatchMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in the queue, of one player or of two who want to be a team.
 *
 * @param strength their average rating when they joined, in rating points
 * @param joinedAt since when it has this status, if it is open
 * @param endedAt when it was closed; null while it is open
 * @param matchId the match that was made of it; null unless it is matched
 * @param players first the player who joined the queue, then an invited one
 */
record QueueTicket(
        UUID id,
        MatchMode mode,
        QueueStatus status,
        double strength,
        double deviation,
        Instant joinedAt,
        @Nullable Instant endedAt,
        @Nullable UUID matchId,
        List<QueuePlayer> players) {

    QueueTicket {
        players = List.copyOf(players);
    }

    List<UUID> playerIds() {
        return players.stream().map(QueuePlayer::userId).toList();
    }

    boolean hasJoined(UUID player) {
        return players.stream().anyMatch(each -> each.joined() && each.userId().equals(player));
    }

    /** Whether a request to join asks for what this ticket already is, for its first or its second player. */
    boolean isFor(MatchMode wanted, UUID player, Optional<UUID> partner) {
        List<UUID> others =
                playerIds().stream().filter(other -> !other.equals(player)).toList();
        return mode == wanted && others.equals(partner.stream().toList());
    }

    QueueTicket with(QueuePlayer another) {
        return new QueueTicket(
                id,
                mode,
                status,
                strength,
                deviation,
                joinedAt,
                endedAt,
                matchId,
                Stream.concat(players.stream(), Stream.of(another)).toList());
    }

    Candidate candidate() {
        return new Candidate(id, playerIds(), strength, deviation, joinedAt);
    }
}
