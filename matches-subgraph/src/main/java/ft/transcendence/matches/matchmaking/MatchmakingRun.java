package ft.transcendence.matches.matchmaking;

import ft.transcendence.matches.block.Blocks;
import ft.transcendence.matches.match.MatchCreation;
import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.match.NewMatch;
import ft.transcendence.matches.player.PlayerRegistry;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the matches of one moment. Each is made in a transaction of its own, which checks that its tickets still wait:
 * whatever happens to one does not delay the others, and two instances cannot use a ticket twice.
 */
@Service
class MatchmakingRun {

    /** Who creates the matches. */
    static final String CREATOR = "matchmaking";

    private static final Logger log = LoggerFactory.getLogger(MatchmakingRun.class);

    private final QueueStore tickets;
    private final PlayerRegistry players;
    private final Blocks blocks;
    private final MatchCreation matches;
    private final QueueProperties limits;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatchmakingRun(
            QueueStore tickets,
            PlayerRegistry players,
            Blocks blocks,
            MatchCreation matches,
            QueueProperties limits,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.players = players;
        this.blocks = blocks;
        this.matches = matches;
        this.limits = limits;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Makes all matches that are fair now, and returns their number. */
    int of(MatchMode mode) {
        List<QueueTicket> waiting = tickets.waiting(mode);
        if (waiting.size() < 2) {
            return 0;
        }
        List<UUID> everybody =
                waiting.stream().flatMap(ticket -> ticket.playerIds().stream()).toList();
        Encounters encounters = KnownEncounters.of(blocks.among(everybody), waiting);
        Fairness fairness = new Fairness(limits.window(), limits.patience(), encounters, clock.instant());
        List<Candidate> candidates =
                waiting.stream().map(QueueTicket::candidate).toList();
        return (int) Matchmaker.pair(mode, candidates, fairness).stream()
                .filter(pairing -> make(mode, pairing))
                .count();
    }

    /** A ticket was closed after it was chosen, so that the match is not made. */
    private static final class TicketExpiredException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private boolean make(MatchMode mode, Pairing pairing) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> create(mode, pairing)));
        } catch (ChangeRejectedException | TicketExpiredException changed) {
            log.debug("A player is no longer available", changed);
            return false;
        }
    }

    private boolean create(MatchMode mode, Pairing pairing) {
        Set<UUID> chosen = pairing.candidates().map(Candidate::ticket).collect(Collectors.toSet());
        List<UUID> everybody = Stream.concat(pairing.playersOne().stream(), pairing.playersTwo().stream())
                .toList();
        players.admit(everybody);
        if (!blocks.among(everybody).isEmpty()) {
            return false;
        }
        Set<UUID> open = tickets.openOf(everybody).stream().map(QueueTicket::id).collect(Collectors.toSet());
        if (!open.equals(chosen)) {
            return false;
        }
        UUID match = matches.create(NewMatch.waiting(mode, pairing.playersOne(), pairing.playersTwo(), CREATOR, null))
                .id();
        List<UUID> matched = tickets.close(chosen, QueueStatus.MATCHED, match, clock.instant());
        if (matched.size() < everybody.size()) {
            throw new TicketExpiredException();
        }
        events.publishEvent(new QueueChanged(everybody));
        return true;
    }
}
