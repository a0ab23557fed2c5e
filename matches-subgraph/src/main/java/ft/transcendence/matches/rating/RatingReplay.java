package ft.transcendence.matches.rating;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Computes every rating from nothing but the ledger's events, in their order. What it gives must equal, bit by bit, what
 * is stored; a difference means that a rating was changed by something else than a match.
 */
final class RatingReplay {

    private final Map<UUID, PlayerRating> ratings = new TreeMap<>();
    private final Map<UUID, List<RatingChange>> changesByMatch = new HashMap<>();

    /** One thing that happened to ratings. */
    sealed interface Event {

        /** A match ended. */
        record Rated(RatedMatch match) implements Event {}

        /** A match was voided. */
        record Refunded(UUID matchId) implements Event {}
    }

    /** The ratings after these events, by player; who is in no event is absent. */
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
            throw new IllegalStateException("The ledger refunds match " + matchId + " which it does not rate");
        }
        changes.forEach(
                change -> ratings.computeIfPresent(change.userId(), (player, current) -> change.refundedFrom(current)));
    }
}
