package ft.transcendence.matches.matchmaking;

import ft.transcendence.matches.match.MatchMode;
import java.time.Instant;
import java.util.UUID;

/** A player's wish to queue with another one. */
record QueueInvitation(UUID inviter, MatchMode mode, Instant invitedAt) {

    static QueueInvitation of(QueueTicket ticket) {
        return new QueueInvitation(ticket.playerIds().getFirst(), ticket.mode(), ticket.joinedAt());
    }
}
