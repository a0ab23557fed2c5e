package ft.transcendence.matches.rating;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Recomputes every rating from the events of the ledger. The result must be equal to the stored ratings, bit by bit. A
 * difference means that a rating was changed other than by a match.
 */
final class RatingReplay {

    private final Map<Ladder, Map<UUID, PlayerRating>> ratings = new EnumMap<>(Ladder.class);
    private final Map<UUID, List<RatingChange>> refundable = new HashMap<>();
    private final RatingRules rules;
    private final Set<UUID> refunded;

    /** An event in the history of ratings. */
    sealed interface Event {

        /** A match was completed. */
        record Rated(RatedMatch match) implements Event {}

        /** A match was voided. */
        record Refunded(UUID matchId) implements Event {}
    }

    /**
     * A replay that has not begun.
     *
     * @param rules the rules by which the matches were rated
     * @param refunded the matches that will be refunded; only their changes are remembered
     */
    RatingReplay(RatingRules rules, Set<UUID> refunded) {
        this.rules = rules;
        this.refunded = refunded;
    }

    /** The ratings after these events. */
    static RatingReplay of(List<Event> events, RatingRules rules) {
        Set<UUID> refunded = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.Refunded(UUID matchId)) {
                refunded.add(matchId);
            }
        }
        RatingReplay replay = new RatingReplay(rules, refunded);
        events.forEach(replay::apply);
        return replay;
    }

    /** Applies the next event, and returns what it changes. */
    List<RatingChange> apply(Event event) {
        List<RatingChange> changes =
                switch (event) {
                    case Event.Rated(RatedMatch match) -> rate(match);
                    case Event.Refunded(UUID matchId) -> refund(matchId);
                };
        changes.forEach(change -> on(change.ladder()).put(change.userId(), change.after()));
        return changes;
    }

    /** The ratings on a ladder, by player. Players without an event are absent. */
    Map<UUID, PlayerRating> on(Ladder ladder) {
        return ratings.computeIfAbsent(ladder, each -> new TreeMap<>());
    }

    /** A player's rating on a ladder. */
    PlayerRating of(UUID player, Ladder ladder) {
        return on(ladder).getOrDefault(player, PlayerRating.unrated(player, ladder));
    }

    private List<RatingChange> rate(RatedMatch match) {
        List<RatingChange> changes = rules.rate(match, on(match.ladder()));
        if (refunded.contains(match.matchId())) {
            refundable.put(match.matchId(), changes);
        }
        return changes;
    }

    private List<RatingChange> refund(UUID matchId) {
        List<RatingChange> changes = refundable.remove(matchId);
        if (changes == null) {
            throw new IllegalStateException("The ledger refunds match " + matchId + ", which was not rated");
        }
        return changes.stream()
                .map(change -> {
                    PlayerRating current = of(change.userId(), change.ladder());
                    return new RatingChange(matchId, current, change.refundedFrom(current));
                })
                .toList();
    }
}
