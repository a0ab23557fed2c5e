package ft.transcendence.matches.rating;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A player's rating on a ladder after their last rated match there.
 *
 * @param rating the rating right after that match, without the inactivity since
 * @param ratedMatches how many matches it includes; voided ones are not included
 * @param lastRatedAt when the last of them ended; {@code null} if there is none
 */
public record PlayerRating(
        UUID userId,
        Ladder ladder,
        Rating rating,
        int ratedMatches,
        @Nullable Instant lastRatedAt) {

    static PlayerRating unrated(UUID userId, Ladder ladder) {
        return new PlayerRating(userId, ladder, Rating.INITIAL, 0, null);
    }

    /** The rating at a later time: the same strength, a larger deviation. */
    public Rating at(Instant moment) {
        return RatingRules.at(moment, rating, Optional.ofNullable(lastRatedAt));
    }

    /** Whether the rating is too uncertain, at that time, to rank the player. */
    public boolean provisionalAt(Instant moment) {
        return certainUntil().filter(until -> until.isAfter(moment)).isEmpty();
    }

    /** When inactivity makes the rating provisional; empty if the player has no rated match. */
    Optional<Instant> certainUntil() {
        return Optional.ofNullable(lastRatedAt).map(last -> RatingRules.certainUntil(rating, last));
    }
}
