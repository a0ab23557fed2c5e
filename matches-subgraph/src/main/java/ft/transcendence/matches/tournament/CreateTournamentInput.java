package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tournament to create, as described by the schema's input of the same name. */
record CreateTournamentInput(
        String name,
        TournamentFormat format,
        TournamentAccess access,
        int maxPlayers,
        @Nullable Instant startsAt) {

    /** @throws ChangeRejectedException if a value is not allowed */
    Tournament create(UUID id, UUID organizer, Instant now, TournamentProperties limits) {
        String valid = TournamentName.of(name);
        requireSize();
        requireStart(now, limits.horizon());
        return new Tournament(
                id,
                organizer,
                valid,
                format,
                access,
                maxPlayers,
                TournamentStatus.OPEN,
                now,
                startsAt == null ? null : startsAt.truncatedTo(ChronoUnit.MICROS),
                startsAt == null ? now.plus(limits.lifetime()) : startsAt,
                null,
                null,
                1);
    }

    private void requireSize() {
        if (maxPlayers < TournamentFormat.FEWEST_PLAYERS || maxPlayers > format.mostPlayers()) {
            throw new ChangeRejectedException(
                    TournamentErrorCode.INVALID_TOURNAMENT_SIZE,
                    "A tournament of this format has %d to %d players."
                            .formatted(TournamentFormat.FEWEST_PLAYERS, format.mostPlayers()),
                    "maxPlayers");
        }
    }

    private void requireStart(Instant now, Duration horizon) {
        if (startsAt != null && (startsAt.isBefore(now) || startsAt.isAfter(now.plus(horizon)))) {
            throw new ChangeRejectedException(
                    TournamentErrorCode.INVALID_TOURNAMENT_START,
                    "A tournament starts within the next %d days.".formatted(horizon.toDays()),
                    "startsAt");
        }
    }
}
