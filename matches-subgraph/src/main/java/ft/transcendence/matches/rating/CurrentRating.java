package ft.transcendence.matches.rating;

import java.time.Instant;
import java.util.UUID;

/**
 * A player's current rating on a ladder, as exposed by the schema's {@code PlayerRating}.
 *
 * @param mode the ladder
 * @param ranked whether the leaderboard has the player, which it decides by what is stored
 */
public record CurrentRating(
        UUID userId,
        Ladder mode,
        double value,
        double deviation,
        boolean provisional,
        int ratedMatches,
        boolean ranked) {

    static CurrentRating of(PlayerRating rating, Instant now, boolean ranked, RatingRules rules) {
        Rating current = rules.at(now, rating);
        return new CurrentRating(
                rating.userId(),
                rating.ladder(),
                current.value(),
                current.deviation(),
                rules.isProvisional(rating, now),
                rating.ratedMatches(),
                ranked);
    }

    static CurrentRating unrated(UUID player, Ladder ladder, Instant now, RatingRules rules) {
        return of(PlayerRating.unrated(player, ladder), now, false, rules);
    }
}
