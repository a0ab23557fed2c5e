package ft.transcendence.matches.rating;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A player's rating as of their last rated match.
 *
 * @param rating the rating right after that match, not yet widened by the time since
 * @param ratedMatches how many matches count in it; voided ones do not
 * @param lastRatedAt when the last of them ended; {@code null} for a player without any
 */
public record PlayerRating(
        UUID userId,
        Rating rating,
        int ratedMatches,
        @Nullable Instant lastRatedAt) {

    static PlayerRating unrated(UUID userId) {
        return new PlayerRating(userId, Rating.INITIAL, 0, null);
    }

    /** The rating at a later moment: the same strength, less certain. */
    public Rating at(Instant moment) {
        return RatingRules.at(moment, rating, Optional.ofNullable(lastRatedAt));
    }

    /** Whether the rating is too uncertain, at that moment, to rank the player. */
    public boolean provisionalAt(Instant moment) {
        return certainUntil().filter(until -> until.isAfter(moment)).isEmpty();
    }

    /** When the rating becomes provisional by inactivity; empty while the player has no rated match. */
    Optional<Instant> certainUntil() {
        return Optional.ofNullable(lastRatedAt).map(last -> RatingRules.certainUntil(rating, last));
    }
}
