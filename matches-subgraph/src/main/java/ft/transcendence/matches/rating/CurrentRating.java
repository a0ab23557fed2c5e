package ft.transcendence.matches.rating;

import java.time.Instant;
import java.util.UUID;

/** A player's current rating, as exposed by the schema's {@code PlayerRating}. */
public record CurrentRating(UUID userId, double value, double deviation, boolean provisional, int ratedMatches) {

    static CurrentRating of(PlayerRating rating, Instant now) {
        Rating current = rating.at(now);
        return new CurrentRating(
                rating.userId(),
                current.value(),
                current.deviation(),
                rating.provisionalAt(now),
                rating.ratedMatches());
    }
}
