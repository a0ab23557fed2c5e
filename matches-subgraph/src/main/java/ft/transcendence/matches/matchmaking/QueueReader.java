package ft.transcendence.matches.matchmaking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What players read of the queue: their own tickets and invitations. */
@Service
class QueueReader {

    /** More inviting players are not listed. */
    private static final int MAXIMUM_INVITATIONS = 20;

    private final QueueStore tickets;

    QueueReader(QueueStore tickets) {
        this.tickets = tickets;
    }

    /** The player's ticket, or the last one if it was closed lately. */
    Optional<QueueTicket> ticketOf(UUID player) {
        return tickets.newestOf(player);
    }

    /** Invitations to be the partner of others, newest first. */
    List<QueueInvitation> invitationsOf(UUID player) {
        return tickets.invitationsOf(player, MAXIMUM_INVITATIONS).stream()
                .map(QueueInvitation::of)
                .toList();
    }

    /** How long players of about the same strength waited lately, in seconds; empty if nobody did. */
    Optional<Integer> usualWait(QueueTicket ticket) {
        return tickets.medianWait(ticket.mode(), ticket.strength());
    }
}
