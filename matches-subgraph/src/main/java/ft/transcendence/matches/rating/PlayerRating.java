package ft.transcendence.matches.rating;

import java.time.Instant;
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
}
