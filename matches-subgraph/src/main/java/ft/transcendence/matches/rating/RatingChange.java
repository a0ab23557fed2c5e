package ft.transcendence.matches.rating;

import java.util.UUID;

/** The change of one player's rating by one match. */
public record RatingChange(UUID matchId, PlayerRating before, PlayerRating after) {

    public RatingChange {
        if (!before.userId().equals(after.userId()) || before.ladder() != after.ladder()) {
            throw new IllegalArgumentException("A rating change concerns a single player on a single ladder");
        }
    }

    public UUID userId() {
        return before.userId();
    }

    public Ladder ladder() {
        return before.ladder();
    }

    /** The rating points won or lost. */
    public double points() {
        return after.rating().value() - before.rating().value();
    }

    /**
     * The player's rating without this change. If nothing happened since, the rating before it is restored. Otherwise
     * the points are refunded, while deviation and volatility stay, because the later matches were played.
     */
    PlayerRating refundedFrom(PlayerRating current) {
        if (current.equals(after)) {
            return before;
        }
        Rating rating = current.rating();
        return new PlayerRating(
                current.userId(),
                current.ladder(),
                new Rating(rating.value() - points(), rating.deviation(), rating.volatility()),
                current.ratedMatches() - 1,
                current.lastRatedAt());
    }
}
