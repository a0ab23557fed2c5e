package ft.transcendence.matches.rating;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code /actuator/ratings}: for operators, whether all stored ratings follow from the history. Reads all of it. */
@Component
@Endpoint(id = "ratings")
class RatingsEndpoint {

    private final RatingService ratings;

    RatingsEndpoint(RatingService ratings) {
        this.ratings = ratings;
    }

    /**
     * What the comparison found.
     *
     * @param differing players whose stored rating is not what a replay of the ledger gives
     */
    record Audit(List<UUID> differing) {}

    @ReadOperation
    Audit audit() {
        return new Audit(ratings.audit());
    }
}
