package ft.transcendence.matches.tournament;

import ft.transcendence.matches.block.Blocks;
import ft.transcendence.matches.match.MatchIds;
import ft.transcendence.matches.player.PlayerErrorCode;
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
 * What players do with tournaments until these start. Rows are always locked in the same order: players by id, then the
 * tournament. A repeated request returns the tournament as it is.
 */
@Service
class Tournaments {

    private static final Duration DAY = Duration.ofDays(1);

    private final TournamentStore tournaments;
    private final EntrantStore entrants;
    private final TournamentChanges changes;
    private final TournamentProgress progress;
    private final PlayerRegistry players;
    private final Blocks blocks;
    private final MatchIds ids;
    private final TournamentProperties limits;
    private final Clock clock;

    Tournaments(
            TournamentStore tournaments,
            EntrantStore entrants,
            TournamentChanges changes,
            TournamentProgress progress,
            PlayerRegistry players,
            Blocks blocks,
            MatchIds ids,
            TournamentProperties limits,
            Clock clock) {
        this.tournaments = tournaments;
        this.entrants = entrants;
        this.changes = changes;
        this.progress = progress;
        this.players = players;
        this.blocks = blocks;
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
    Tournament invite(UUID organizer, UUID id, UUID player) {
        boolean exists = players.lock(List.of(player)).stream().anyMatch(known -> known.isNamed() && !known.isErased());
        Tournament tournament = lockOrganized(organizer, id);
        List<Entrant> present = entrants.of(List.of(id));
        if (find(present, player).isPresent()) {
            return tournament;
        }
        requireOpen(tournament);
        if (!exists || player.equals(organizer) || blocks.isBetween(organizer, player)) {
            throw rejected(PlayerErrorCode.PLAYER_UNAVAILABLE, "This player cannot be invited.", "playerId");
        }
        int most = 2 * tournament.maxPlayers();
        if (present.stream().filter(entrant -> !entrant.hasJoined()).count() >= most) {
            throw rejected(
                    TournamentErrorCode.TOO_MANY_INVITATIONS,
                    "You can invite %d players to this tournament.".formatted(most),
                    null);
        }
        entrants.put(id, player, EntrantStatus.INVITED, clock.instant());
        return changes.save(tournament.changed());
    }

    @Transactional
    Tournament join(UUID player, UUID id) {
        players.admit(List.of(player));
        Tournament tournament = lock(id);
        List<Entrant> present = entrants.of(List.of(id));
        Optional<Entrant> own = find(present, player);
        if (own.filter(Entrant::hasJoined).isPresent()) {
            return tournament;
        }
        requireOpen(tournament);
        requireAdmitted(tournament, player, own.isPresent());
        if (joined(present).size() >= tournament.maxPlayers()) {
            throw rejected(TournamentErrorCode.TOURNAMENT_FULL, "This tournament has all its players.", "tournamentId");
        }
        if (entrants.countOpen(player) >= limits.perPlayer()) {
            throw rejected(
                    TournamentErrorCode.TOO_MANY_TOURNAMENTS,
                    "You can be in %d tournaments at once.".formatted(limits.perPlayer()),
                    null);
        }
        entrants.put(id, player, EntrantStatus.JOINED, clock.instant());
        return changes.save(tournament.changed());
    }

    /** Leaves a tournament, or declines an invitation. Whoever leaves after the start loses what is not played yet. */
    @Transactional
    Tournament leave(UUID player, UUID id) {
        Tournament tournament = lock(id);
        return find(entrants.of(List.of(id)), player)
                .map(entrant -> leave(tournament, entrant))
                .orElse(tournament);
    }

    private Tournament leave(Tournament tournament, Entrant entrant) {
        return switch (tournament.status()) {
            case OPEN -> {
                if (entrant.status() == EntrantStatus.DECLINED) {
                    yield tournament;
                }
                if (entrant.hasJoined() && tournament.access() == TournamentAccess.OPEN) {
                    entrants.remove(tournament.id(), entrant.player());
                } else {
                    entrants.put(tournament.id(), entrant.player(), EntrantStatus.DECLINED, clock.instant());
                }
                yield changes.save(tournament.changed());
            }
            case RUNNING -> entrant.hasJoined() ? progress.withdraw(tournament, entrant.player()) : tournament;
            case FINISHED, CANCELLED, EXPIRED -> tournament;
        };
    }

    @Transactional
    Tournament start(UUID organizer, UUID id) {
        Tournament tournament = lockOrganized(organizer, id);
        if (tournament.status() == TournamentStatus.RUNNING) {
            return tournament;
        }
        requireOpen(tournament);
        List<Entrant> joined = joined(entrants.of(List.of(id)));
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
        Tournament tournament = isModerator ? lock(id) : lockOrganized(caller, id);
        if (tournament.status() == TournamentStatus.CANCELLED) {
            return tournament;
        }
        if (!isModerator || tournament.status() != TournamentStatus.RUNNING) {
            requireOpen(tournament);
        }
        return changes.end(tournament, TournamentStatus.CANCELLED, List.of());
    }

    /** Starts an open tournament whose time has come, or expires it if it has too few players or nobody started it. */
    @Transactional
    public void startOrExpire(UUID id) {
        Tournament tournament = lock(id);
        if (!tournament.isOpen() || tournament.dueAt().isAfter(clock.instant())) {
            return;
        }
        List<Entrant> joined = joined(entrants.of(List.of(id)));
        if (tournament.startsAt() != null && joined.size() >= TournamentFormat.FEWEST_PLAYERS) {
            progress.start(tournament, joined);
        } else {
            changes.end(tournament, TournamentStatus.EXPIRED, List.of());
        }
    }

    /** Removes a player from the open tournaments of another one, because one of them blocked the other. */
    @Transactional
    public void separate(UUID one, UUID other) {
        for (UUID id : tournaments.openBetween(one, other)) {
            Tournament tournament = lock(id);
            if (tournament.isOpen()) {
                entrants.remove(id, tournament.isOrganizedBy(one) ? other : one);
                changes.save(tournament.changed());
            }
        }
    }

    /** Takes a player whose account was deleted out of all tournaments, and replaces the names that the player chose. */
    @Transactional
    public void erase(UUID player) {
        for (UUID id : tournaments.notEndedOf(player)) {
            Tournament tournament = lock(id);
            if (tournament.isOpen() && tournament.isOrganizedBy(player)) {
                changes.end(tournament, TournamentStatus.CANCELLED, List.of());
            } else {
                find(entrants.of(List.of(id)), player).ifPresent(entrant -> leave(tournament, entrant));
            }
        }
        tournaments.eraseNames(player);
    }

    private Tournament lock(UUID id) {
        return tournaments
                .lock(id)
                .orElseThrow(() -> rejected(
                        TournamentErrorCode.TOURNAMENT_NOT_FOUND, "There is no such tournament.", "tournamentId"));
    }

    private Tournament lockOrganized(UUID organizer, UUID id) {
        Tournament tournament = lock(id);
        if (!tournament.isOrganizedBy(organizer)) {
            throw rejected(
                    TournamentErrorCode.NOT_ORGANIZER,
                    "Only the organizer of a tournament can do this.",
                    "tournamentId");
        }
        return tournament;
    }

    private static void requireOpen(Tournament tournament) {
        if (!tournament.isOpen()) {
            throw rejected(
                    TournamentErrorCode.TOURNAMENT_CLOSED,
                    "This tournament is no longer open: it is %s.".formatted(tournament.status()),
                    "tournamentId");
        }
    }

    private void requireAdmitted(Tournament tournament, UUID player, boolean isInvited) {
        boolean isOrganizer = tournament.isOrganizedBy(player);
        if (tournament.access() == TournamentAccess.INVITATION && !isInvited && !isOrganizer) {
            throw rejected(TournamentErrorCode.NOT_INVITED, "This tournament is for invited players.", "tournamentId");
        }
        if (!isOrganizer && blocks.isBetween(player, tournament.organizerId())) {
            throw rejected(PlayerErrorCode.PLAYER_UNAVAILABLE, "You cannot join this tournament.", "tournamentId");
        }
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

    private static Optional<Entrant> find(List<Entrant> present, UUID player) {
        return present.stream()
                .filter(entrant -> entrant.player().equals(player))
                .findAny();
    }

    private static List<Entrant> joined(List<Entrant> present) {
        return present.stream().filter(Entrant::hasJoined).toList();
    }

    private static ChangeRejectedException rejected(UserErrorCode code, String message, @Nullable String field) {
        return new ChangeRejectedException(code, message, field);
    }
}
