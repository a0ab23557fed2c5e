package ft.transcendence.matches.rating;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Recomputes every rating from the events of the ledger. The result must be equal to the stored ratings, bit by bit. A
 * difference means that a rating was changed other than by a match.
 */
final class RatingReplay {

    private final Map<UUID, PlayerRating> ratings = new TreeMap<>();
    private final Map<UUID, List<RatingChange>> changesByMatch = new HashMap<>();

    /** An event in the history of ratings. */
    sealed interface Event {

        /** A match was completed. */
        record Rated(RatedMatch match) implements Event {}

        /** A match was voided. */
        record Refunded(UUID matchId) implements Event {}
    }

    /** The ratings after these events, by player. Players without an event are absent. */
    static Map<UUID, PlayerRating> of(List<Event> events) {
        RatingReplay replay = new RatingReplay();
        events.forEach(replay::apply);
        return Collections.unmodifiableMap(replay.ratings);
    }

    private void apply(Event event) {
        switch (event) {
            case Event.Rated(RatedMatch match) -> rate(match);
            case Event.Refunded(UUID matchId) -> refund(matchId);
        }
    }

    private void rate(RatedMatch match) {
        List<RatingChange> changes = RatingRules.rate(match, ratings);
        changesByMatch.put(match.matchId(), changes);
        changes.forEach(change -> ratings.put(change.userId(), change.after()));
    }

    private void refund(UUID matchId) {
        List<RatingChange> changes = changesByMatch.remove(matchId);
        if (changes == null) {
            throw new IllegalStateException("The ledger refunds match " + matchId + ", which was not rated");
        }
        changes.forEach(
                change -> ratings.computeIfPresent(change.userId(), (player, current) -> change.refundedFrom(current)));
    }
}
