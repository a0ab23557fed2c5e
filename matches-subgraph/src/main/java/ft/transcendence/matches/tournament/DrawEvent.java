package ft.transcendence.matches.tournament;

import java.util.Set;
import java.util.UUID;

/** What happens to a draw. An event that is outdated, or repeated, changes nothing. */
sealed interface DrawEvent {

    /** A match was made for a waiting pairing. */
    record MatchMade(int round, int position, UUID match) implements DrawEvent {}

    /** A match ended with a result. */
    record MatchWon(UUID match, UUID winner, int margin) implements DrawEvent {}

    /** A match ended without a result, because these players were missing, or because of a fault if there are none. */
    record MatchAbandoned(UUID match, Set<UUID> absent) implements DrawEvent {

        public MatchAbandoned {
            absent = Set.copyOf(absent);
        }
    }

    /** The result of a match was voided. */
    record ResultVoided(UUID match) implements DrawEvent {}

    /** No match could be made for too long, because these players played elsewhere. */
    record KeptWaiting(int round, int position, Set<UUID> absent) implements DrawEvent {

        public KeptWaiting {
            absent = Set.copyOf(absent);
        }
    }

    /** A player left the tournament. */
    record Withdrew(UUID player) implements DrawEvent {}
}
