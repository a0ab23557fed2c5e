package ft.transcendence.matches.matchmaking;

import ft.transcendence.matches.block.Blocks;
import ft.transcendence.matches.match.MatchAvailability;
import ft.transcendence.matches.match.MatchIds;
import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.player.PlayerErrorCode;
import ft.transcendence.matches.player.PlayerRegistry;
import ft.transcendence.matches.player.PlayerRegistry.Registered;
import ft.transcendence.matches.rating.CurrentRating;
import ft.transcendence.matches.rating.RatingService;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Players join and leave the queue. Each change is one transaction that first locks the players, as whoever creates a
 * match does: nobody is in the queue and in a match, or in the queue twice.
 */
@Service
class Queue {

    private final QueueStore tickets;
    private final MatchIds ids;
    private final PlayerRegistry players;
    private final Blocks blocks;
    private final MatchAvailability availability;
    private final RatingService ratings;
    private final Departures departures;
    private final QueueProperties limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Queue(
            QueueStore tickets,
            MatchIds ids,
            PlayerRegistry players,
            Blocks blocks,
            MatchAvailability availability,
            RatingService ratings,
            Departures departures,
            QueueProperties limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.ids = ids;
        this.players = players;
        this.blocks = blocks;
        this.availability = availability;
        this.ratings = ratings;
        this.departures = departures;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Joins the queue. A repetition returns the same ticket and shows that the player is still there. With a partner, the
     * ticket waits for opponents when both have named each other.
     */
    @Transactional
    QueueTicket join(UUID player, JoinQueueInput wanted) {
        Optional<UUID> partner = wanted.partner();
        partner.ifPresent(other -> requirePossible(wanted.mode(), player, other));
        admit(player, partner);
        Instant now = clock.instant();
        Optional<QueueTicket> open = tickets.openOf(List.of(player)).stream().findAny();
        if (open.isPresent()) {
            return stay(open.get(), player, wanted, now);
        }
        availability.requireAvailable(List.of(player));
        departures.requireNone(player, now);
        QueueTicket joined = partner.flatMap(inviter -> invitation(inviter, player, wanted.mode()))
                .flatMap(ticket -> accept(ticket, player, now))
                .orElseGet(() -> enqueue(player, wanted.mode(), partner, now));
        events.publishEvent(new QueueChanged(joined.playerIds()));
        return joined;
    }

    /** Leaves the queue, with the partner. Empty if the player was not in it. */
    @Transactional
    Optional<QueueTicket> leave(UUID player) {
        players.admit(List.of(player));
        Optional<QueueTicket> open = tickets.openOf(List.of(player)).stream().findAny();
        open.ifPresent(ticket -> {
            tickets.close(List.of(ticket.id()), QueueStatus.LEFT, null, clock.instant());
            events.publishEvent(new QueueChanged(ticket.playerIds()));
        });
        return open.flatMap(ticket -> tickets.newestOf(player));
    }

    /** Takes players out of the queue who are in a match now. They are locked. */
    void withdraw(Collection<UUID> playing) {
        withdraw(tickets.openOf(playing));
    }

    /** Takes two players out of the queue who wait together, or of whom one invited the other. */
    void separate(UUID one, UUID other) {
        List<UUID> both = List.of(one, other);
        withdraw(tickets.openOf(both).stream()
                .filter(ticket -> ticket.playerIds().containsAll(both))
                .toList());
    }

    private void withdraw(List<QueueTicket> open) {
        if (!open.isEmpty()) {
            tickets.close(open.stream().map(QueueTicket::id).toList(), QueueStatus.LEFT, null, clock.instant());
            events.publishEvent(new QueueChanged(
                    open.stream().flatMap(ticket -> ticket.playerIds().stream()).toList()));
        }
    }

    /** Records that these players are there. */
    void see(Collection<UUID> present) {
        tickets.see(present, clock.instant());
    }

    private QueueTicket stay(QueueTicket open, UUID player, JoinQueueInput wanted, Instant now) {
        if (!open.isFor(wanted.mode(), player, wanted.partner())) {
            throw new ChangeRejectedException(
                    QueueErrorCode.ALREADY_QUEUED,
                    "You are already in the queue. Leave it before you join again.",
                    null);
        }
        tickets.see(List.of(player), now);
        return open;
    }

    private QueueTicket enqueue(UUID player, MatchMode mode, Optional<UUID> partner, Instant now) {
        if (tickets.countOpen(mode) >= limits.capacity()) {
            throw new ChangeRejectedException(
                    QueueErrorCode.QUEUE_FULL, "Too many players are waiting. Try again later.", null);
        }
        Party party =
                Party.of(ratings.ratings(mode.ladder(), List.of(player), now).values());
        Stream<QueuePlayer> invited = partner.stream().map(QueuePlayer::invited);
        QueueTicket ticket = new QueueTicket(
                ids.next(),
                mode,
                partner.isPresent() ? QueueStatus.INVITING : QueueStatus.WAITING,
                party.strength(),
                party.deviation(),
                now,
                null,
                null,
                Stream.concat(Stream.of(new QueuePlayer(player, true, tickets.lastOpponents(player))), invited)
                        .toList());
        tickets.insert(ticket);
        return ticket;
    }

    private Optional<QueueTicket> invitation(UUID inviter, UUID player, MatchMode mode) {
        return tickets.openOf(List.of(inviter)).stream()
                .filter(ticket -> ticket.isFor(mode, inviter, Optional.of(player)))
                .findAny();
    }

    /** Empty if the invitation has expired at this moment. */
    private Optional<QueueTicket> accept(QueueTicket invitation, UUID player, Instant now) {
        Party party = Party.of(ratings.ratings(invitation.mode().ladder(), invitation.playerIds(), now)
                .values());
        QueuePlayer joined = new QueuePlayer(player, true, tickets.lastOpponents(player));
        return tickets.join(invitation.id(), joined, party.strength(), party.deviation(), now)
                ? tickets.newestOf(player)
                : Optional.empty();
    }

    private static void requirePossible(MatchMode mode, UUID player, UUID partner) {
        if (mode.teamSize() == 1) {
            throw new ChangeRejectedException(
                    QueueErrorCode.INVALID_PARTNER, "In this mode everybody plays alone.", "partnerId");
        }
        if (partner.equals(player)) {
            throw new ChangeRejectedException(
                    QueueErrorCode.INVALID_PARTNER, "You cannot be your own partner.", "partnerId");
        }
    }

    private void admit(UUID player, Optional<UUID> partner) {
        List<Registered> registered =
                players.admit(Stream.concat(Stream.of(player), partner.stream()).toList());
        boolean unavailable = registered.stream()
                .filter(each -> !each.userId().equals(player))
                .anyMatch(each -> each.isErased() || !each.isNamed());
        // the same for players who block each other, so that nobody learns it from here
        if (unavailable
                || partner.filter(other -> blocks.isBetween(player, other)).isPresent()) {
            throw new ChangeRejectedException(
                    PlayerErrorCode.PLAYER_UNAVAILABLE, "This player cannot be your partner.", "partnerId");
        }
    }

    /** The strength of players who are a team. */
    private record Party(double strength, double deviation) {

        private static Party of(Collection<CurrentRating> members) {
            return new Party(
                    members.stream().mapToDouble(CurrentRating::value).average().orElseThrow(),
                    Math.sqrt(members.stream()
                            .mapToDouble(CurrentRating::deviation)
                            .map(deviation -> deviation * deviation)
                            .average()
                            .orElseThrow()));
        }
    }
}
