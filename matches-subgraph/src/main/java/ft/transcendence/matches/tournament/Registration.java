package ft.transcendence.matches.tournament;

import ft.transcendence.matches.block.Blocks;
import ft.transcendence.matches.player.PlayerErrorCode;
import ft.transcendence.matches.player.PlayerRegistry;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.mutation.UserErrorCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is invited to tournaments, joins and leaves them. Rows are locked in the same order as in {@link Tournaments}. A
 * repeated request returns the tournament as it is.
 */
@Service
class Registration {

    private final TournamentStore tournaments;
    private final EntrantStore entrants;
    private final TournamentChanges changes;
    private final TournamentProgress progress;
    private final PlayerRegistry players;
    private final Blocks blocks;
    private final TournamentProperties limits;
    private final Clock clock;

    Registration(
            TournamentStore tournaments,
            EntrantStore entrants,
            TournamentChanges changes,
            TournamentProgress progress,
            PlayerRegistry players,
            Blocks blocks,
            TournamentProperties limits,
            Clock clock) {
        this.tournaments = tournaments;
        this.entrants = entrants;
        this.changes = changes;
        this.progress = progress;
        this.players = players;
        this.blocks = blocks;
        this.limits = limits;
        this.clock = clock;
    }

    @Transactional
    Tournament invite(UUID organizer, UUID id, UUID player) {
        boolean exists = players.lock(List.of(player)).stream().anyMatch(known -> known.isNamed() && !known.isErased());
        Tournament tournament = changes.lockOrganized(organizer, id);
        List<Entrant> present = entrants.of(List.of(id));
        if (Entrant.find(present, player).isPresent()) {
            return tournament;
        }
        tournament.requireOpen();
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
        Tournament tournament = changes.lock(id);
        List<Entrant> present = entrants.of(List.of(id));
        Optional<Entrant> own = Entrant.find(present, player);
        if (own.filter(Entrant::hasJoined).isPresent()) {
            return tournament;
        }
        tournament.requireOpen();
        requireAdmitted(tournament, player, own.isPresent());
        if (Entrant.joined(present).size() >= tournament.maxPlayers()) {
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
        Tournament tournament = changes.lock(id);
        return Entrant.find(entrants.of(List.of(id)), player)
                .map(entrant -> leave(tournament, entrant))
                .orElse(tournament);
    }

    /** The same for a tournament that is locked. */
    @Transactional
    public Tournament leave(Tournament tournament, Entrant entrant) {
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

    /** Removes a player from the open tournaments of another one, because one of them blocked the other. */
    @Transactional
    public void separate(UUID one, UUID other) {
        for (UUID id : tournaments.openBetween(one, other)) {
            Tournament tournament = changes.lock(id);
            if (tournament.isOpen()) {
                entrants.remove(id, tournament.isOrganizedBy(one) ? other : one);
                changes.save(tournament.changed());
            }
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

    private static ChangeRejectedException rejected(UserErrorCode code, String message, @Nullable String field) {
        return new ChangeRejectedException(code, message, field);
    }
}
