package ft.transcendence.matches.tournament;

import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchCreation;
import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.match.NewMatch;
import ft.transcendence.matches.match.Team;
import ft.transcendence.matches.player.PlayerRegistry;
import ft.transcendence.matches.rating.CurrentRating;
import ft.transcendence.matches.rating.RatingService;
import ft.transcendence.matches.tournament.DrawEvent.KeptWaiting;
import ft.transcendence.matches.tournament.DrawEvent.MatchAbandoned;
import ft.transcendence.matches.tournament.DrawEvent.MatchMade;
import ft.transcendence.matches.tournament.DrawEvent.MatchWon;
import ft.transcendence.matches.tournament.DrawEvent.ResultVoided;
import ft.transcendence.matches.tournament.DrawEvent.Withdrew;
import ft.transcendence.matches.tournament.PairingStore.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Started tournaments: stores what every event makes of a draw, in the transaction of that event, and makes matches. The
 * lock of the tournament puts the events in an order. Matches and players are locked before it.
 */
@Service
class TournamentProgress {

    /** Why a match of a tournament exists. */
    static final String CREATOR = "tournament";

    private final TournamentStore tournaments;
    private final EntrantStore entrants;
    private final PairingStore pairings;
    private final TournamentChanges changes;
    private final RatingService ratings;
    private final PlayerRegistry players;
    private final MatchCreation matches;
    private final Clock clock;

    TournamentProgress(
            TournamentStore tournaments,
            EntrantStore entrants,
            PairingStore pairings,
            TournamentChanges changes,
            RatingService ratings,
            PlayerRegistry players,
            MatchCreation matches,
            Clock clock) {
        this.tournaments = tournaments;
        this.entrants = entrants;
        this.pairings = pairings;
        this.changes = changes;
        this.ratings = ratings;
        this.players = players;
        this.matches = matches;
        this.clock = clock;
    }

    /** Starts a tournament with these players: seeds them by rating, equal ones as they came, and makes the draw. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Tournament start(Tournament tournament, List<Entrant> joined) {
        Instant now = clock.instant();
        List<UUID> everybody = joined.stream().map(Entrant::player).toList();
        Map<UUID, CurrentRating> rated = ratings.ratings(MatchMode.ONE_VS_ONE.ladder(), everybody, now);
        List<UUID> bySeed = everybody.stream()
                .sorted(Comparator.comparingDouble((UUID player) ->
                                Objects.requireNonNull(rated.get(player)).value())
                        .reversed())
                .toList();
        entrants.start(tournament.id(), bySeed);
        pairings.put(tournament.id(), Draw.of(tournament.format(), bySeed).pairings(), now);
        return changes.save(tournament.started(now));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Tournament withdraw(Tournament tournament, UUID player) {
        Draw draw = draw(tournament);
        entrants.put(tournament.id(), player, EntrantStatus.WITHDRAWN, clock.instant());
        return store(tournament, draw, draw.apply(new Withdrew(player)));
    }

    /** Follows the end of a match, or the voiding of its result. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Match match, Set<UUID> absent) {
        DrawEvent event =
                switch (match.status()) {
                    case COMPLETED -> won(match);
                    case ABORTED -> new MatchAbandoned(match.id(), absent);
                    case VOIDED -> new ResultVoided(match.id());
                    case CREATED, READY, LIVE -> throw new IllegalArgumentException("Match " + match.id() + " is open");
                };
        pairings.tournamentOf(match.id()).flatMap(this::lockRunning).ifPresent(tournament -> apply(tournament, event));
    }

    private static MatchWon won(Match match) {
        Team winner = match.winner().orElseThrow();
        int margin = match.score().of(winner) - match.score().of(winner.opponent());
        return new MatchWon(match.id(), match.team(winner).getFirst(), Math.max(0, margin));
    }

    /** Makes the match of a pairing, unless it does not need one any more. */
    @Transactional
    public void makeMatch(Waiting waiting) {
        players.lock(List.of(waiting.one(), waiting.two()));
        lockIfWaiting(waiting).ifPresent(tournament -> {
            UUID match = matches.create(NewMatch.waiting(
                            MatchMode.ONE_VS_ONE, List.of(waiting.one()), List.of(waiting.two()), CREATOR, null))
                    .id();
            apply(tournament, new MatchMade(waiting.round(), waiting.position(), match));
        });
    }

    /** Decides a pairing without those of its players who still play elsewhere. */
    @Transactional
    public void waitNoLonger(Waiting waiting) {
        List<UUID> both = List.of(waiting.one(), waiting.two());
        players.lock(both);
        lockIfWaiting(waiting).ifPresent(tournament -> {
            List<UUID> busy = pairings.busy(both);
            if (!busy.isEmpty()) {
                apply(tournament, new KeptWaiting(waiting.round(), waiting.position(), Set.copyOf(busy)));
            }
        });
    }

    private Optional<Tournament> lockIfWaiting(Waiting waiting) {
        return lockRunning(waiting.tournament()).filter(tournament -> draw(tournament).pairings().stream()
                .anyMatch(pairing -> pairing.isAt(waiting.round(), waiting.position())
                        && pairing.status() == PairingStatus.WAITING));
    }

    private Optional<Tournament> lockRunning(UUID id) {
        return tournaments.lock(id).filter(tournament -> tournament.status() == TournamentStatus.RUNNING);
    }

    private void apply(Tournament tournament, DrawEvent event) {
        Draw draw = draw(tournament);
        Draw next = draw.apply(event);
        if (!next.equals(draw)) {
            store(tournament, draw, next);
        }
    }

    private Tournament store(Tournament tournament, Draw before, Draw after) {
        List<Pairing> changed = after.pairings().stream()
                .filter(pairing -> !before.pairings().contains(pairing))
                .toList();
        if (!changed.isEmpty()) {
            pairings.put(tournament.id(), changed, clock.instant());
        }
        return after.isFinished()
                ? changes.end(
                        tournament,
                        TournamentStatus.FINISHED,
                        after.format().rules().order(after))
                : changes.save(tournament.changed());
    }

    private Draw draw(Tournament tournament) {
        List<UUID> one = List.of(tournament.id());
        return TournamentReader.draw(
                tournament, entrants.of(one), pairings.of(one).getOrDefault(tournament.id(), List.of()));
    }
}
