package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tournament, as exposed by the schema's type of the same name.
 *
 * @param startsAt when it starts by itself; null if the organizer starts it
 * @param dueAt when it starts or expires, if it is still open
 * @param version increases with every change, those of its entrants and pairings as well
 */
record Tournament(
        UUID id,
        UUID organizerId,
        String name,
        TournamentFormat format,
        TournamentAccess access,
        int maxPlayers,
        TournamentStatus status,
        Instant createdAt,
        @Nullable Instant startsAt,
        Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long version) {

    boolean isOpen() {
        return status == TournamentStatus.OPEN;
    }

    /** @throws ChangeRejectedException with {@link TournamentErrorCode#TOURNAMENT_CLOSED} if it is not open */
    void requireOpen() {
        if (!isOpen()) {
            throw new ChangeRejectedException(
                    TournamentErrorCode.TOURNAMENT_CLOSED,
                    "This tournament is no longer open: it is %s.".formatted(status),
                    "tournamentId");
        }
    }

    boolean isOrganizedBy(UUID player) {
        return organizerId.equals(player);
    }

    /** Whether the other one was created by the same request. */
    boolean isLike(Tournament other) {
        return format == other.format
                && access == other.access
                && maxPlayers == other.maxPlayers
                && name.equals(other.name)
                && Objects.equals(startsAt, other.startsAt);
    }

    Tournament changed() {
        return with(status, startedAt, endedAt);
    }

    Tournament started(Instant now) {
        return with(TournamentStatus.RUNNING, now, null);
    }

    Tournament ended(TournamentStatus how, Instant now) {
        return with(how, startedAt, now);
    }

    private Tournament with(TournamentStatus newStatus, @Nullable Instant started, @Nullable Instant ended) {
        return new Tournament(
                id,
                organizerId,
                name,
                format,
                access,
                maxPlayers,
                newStatus,
                createdAt,
                startsAt,
                dueAt,
                started,
                ended,
                version + 1);
    }
}
