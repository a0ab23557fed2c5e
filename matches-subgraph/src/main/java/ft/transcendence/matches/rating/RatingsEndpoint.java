package ft.transcendence.matches.rating;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * The endpoint {@code /actuator/ratings}, with which operators verify that all stored ratings follow from the history.
 * It reads the whole history.
 */
@Component
@Endpoint(id = "ratings")
class RatingsEndpoint {

    private final RatingService ratings;

    RatingsEndpoint(RatingService ratings) {
        this.ratings = ratings;
    }

    /**
     * The result of the verification.
     *
     * @param differing the players whose stored rating differs from a replay of the ledger
     */
    record Audit(List<UUID> differing) {}

    @ReadOperation
    Audit audit() {
        return new Audit(ratings.audit());
    }
}
