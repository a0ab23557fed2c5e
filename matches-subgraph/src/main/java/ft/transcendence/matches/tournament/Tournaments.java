package ft.transcendence.matches.tournament;

import ft.transcendence.matches.match.MatchIds;
import ft.transcendence.matches.player.PlayerRegistry;
import ft.transcendence.matches.tournament.TournamentStore.Organized;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.mutation.UserErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What organizers and time do with tournaments: create, start, cancel and expire them. Rows are always locked in the same
 * order: players by id, then the tournament. A repeated request returns the tournament as it is.
 */
@Service
class Tournaments {

    private static final Duration DAY = Duration.ofDays(1);

    private final TournamentStore tournaments;
    private final EntrantStore entrants;
    private final TournamentChanges changes;
    private final Registration registration;
    private final TournamentProgress progress;
    private final PlayerRegistry players;
    private final MatchIds ids;
    private final TournamentProperties limits;
    private final Clock clock;

    Tournaments(
            TournamentStore tournaments,
            EntrantStore entrants,
            TournamentChanges changes,
            Registration registration,
            TournamentProgress progress,
            PlayerRegistry players,
            MatchIds ids,
            TournamentProperties limits,
            Clock clock) {
        this.tournaments = tournaments;
        this.entrants = entrants;
        this.changes = changes;
        this.registration = registration;
        this.progress = progress;
        this.players = players;
        this.ids = ids;
        this.limits = limits;
        this.clock = clock;
    }

    @Transactional
    Tournament create(UUID organizer, CreateTournamentInput input) {
        Instant now = clock.instant();
        Tournament created = input.create(ids.next(), organizer, now, limits);
        players.admit(List.of(organizer));
        Optional<Tournament> open = tournaments.findOpen(organizer, created.name());
        if (open.isPresent()) {
            return requireLike(open.get(), created);
        }
        requireFew(tournaments.organized(organizer, now.minus(DAY)));
        return changes.create(created);
    }

    @Transactional
    Tournament start(UUID organizer, UUID id) {
        Tournament tournament = changes.lockOrganized(organizer, id);
        if (tournament.status() == TournamentStatus.RUNNING) {
            return tournament;
        }
        tournament.requireOpen();
        List<Entrant> joined = Entrant.joined(entrants.of(List.of(id)));
        if (joined.size() < TournamentFormat.FEWEST_PLAYERS) {
            throw rejected(
                    TournamentErrorCode.TOO_FEW_ENTRANTS,
                    "A tournament needs %d players.".formatted(TournamentFormat.FEWEST_PLAYERS),
                    "tournamentId");
        }
        return progress.start(tournament, joined);
    }

    /** Cancels a tournament. Its organizer can do so before the start, a moderator until the end. */
    @Transactional
    Tournament cancel(UUID caller, boolean isModerator, UUID id) {
        Tournament tournament = isModerator ? changes.lock(id) : changes.lockOrganized(caller, id);
        if (tournament.status() == TournamentStatus.CANCELLED) {
            return tournament;
        }
        if (!isModerator || tournament.status() != TournamentStatus.RUNNING) {
            tournament.requireOpen();
        }
        return changes.end(tournament, TournamentStatus.CANCELLED, List.of());
    }

    /** Starts an open tournament whose time has come, or expires it if it has too few players or nobody started it. */
    @Transactional
    public void startOrExpire(UUID id) {
        Tournament tournament = changes.lock(id);
        if (!tournament.isOpen() || tournament.dueAt().isAfter(clock.instant())) {
            return;
        }
        List<Entrant> joined = Entrant.joined(entrants.of(List.of(id)));
        if (tournament.startsAt() != null && joined.size() >= TournamentFormat.FEWEST_PLAYERS) {
            progress.start(tournament, joined);
        } else {
            changes.end(tournament, TournamentStatus.EXPIRED, List.of());
        }
    }

    /** Takes a player whose account was deleted out of all tournaments, and replaces the names that the player chose. */
    @Transactional
    public void erase(UUID player) {
        for (UUID id : tournaments.notEndedOf(player)) {
            Tournament tournament = changes.lock(id);
            if (tournament.isOpen() && tournament.isOrganizedBy(player)) {
                changes.end(tournament, TournamentStatus.CANCELLED, List.of());
            } else {
                Entrant.find(entrants.of(List.of(id)), player)
                        .ifPresent(entrant -> registration.leave(tournament, entrant));
            }
        }
        tournaments.eraseNames(player);
    }

    private static Tournament requireLike(Tournament open, Tournament created) {
        if (!open.isLike(created)) {
            throw rejected(
                    TournamentErrorCode.TOURNAMENT_EXISTS, "You have another open tournament with this name.", "name");
        }
        return open;
    }

    private void requireFew(Organized organized) {
        if (organized.open() >= limits.openPerOrganizer() || organized.lately() >= limits.perDay()) {
            throw rejected(
                    TournamentErrorCode.TOO_MANY_TOURNAMENTS,
                    "You can organize %d tournaments at once, and create %d per day."
                            .formatted(limits.openPerOrganizer(), limits.perDay()),
                    null);
        }
    }

    private static ChangeRejectedException rejected(UserErrorCode code, String message, @Nullable String field) {
        return new ChangeRejectedException(code, message, field);
    }
}
