package ft.transcendence.matches.rating;

import java.util.UUID;

/** What one match did to one player's rating. */
public record RatingChange(UUID matchId, PlayerRating before, PlayerRating after) {

    public RatingChange {
        if (!before.userId().equals(after.userId())) {
            throw new IllegalArgumentException("A change is of one player");
        }
    }

    public UUID userId() {
        return before.userId();
    }

    /** The rating points won or lost. */
    public double points() {
        return after.rating().value() - before.rating().value();
    }

    /**
     * The player's rating without this change. Where nothing has happened to it since, it is restored as it was. Else
     * the points are given back, and the certainty and volatility of later matches stay: these matches were played.
     */
    PlayerRating refundedFrom(PlayerRating current) {
        if (current.equals(after)) {
            return before;
        }
        Rating rating = current.rating();
        return new PlayerRating(
                current.userId(),
                new Rating(rating.value() - points(), rating.deviation(), rating.volatility()),
                current.ratedMatches() - 1,
                current.lastRatedAt());
    }
}
