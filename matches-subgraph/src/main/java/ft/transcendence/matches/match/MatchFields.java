package ft.transcendence.matches.match;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.player.User;
import ft.transcendence.matches.rating.RatingChange;
import ft.transcendence.subgraph.caller.AnyoneMay;
import ft.transcendence.subgraph.error.ClientException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Matches by id, and what a match's fields need beyond its own row. Anybody may read matches. */
@DgsComponent
class MatchFields {

    private static final int MAXIMUM_IDS = 100;

    @DgsQuery
    @AnyoneMay
    CompletableFuture<@Nullable Match> match(@InputArgument UUID id, DgsDataFetchingEnvironment environment) {
        return MatchLoader.in(environment).load(id);
    }

    @DgsQuery
    @AnyoneMay
    CompletableFuture<List<@Nullable Match>> matchesByIds(
            @InputArgument List<UUID> ids, DgsDataFetchingEnvironment environment) {
        if (ids.size() > MAXIMUM_IDS) {
            throw ClientException.badInput("At most " + MAXIMUM_IDS + " ids at once.");
        }
        return MatchLoader.in(environment).loadMany(ids);
    }

    @DgsData(parentType = "MatchPlayer")
    @AnyoneMay
    User user(DgsDataFetchingEnvironment environment) {
        return new User(player(environment).userId());
    }

    @DgsData(parentType = "MatchPlayer")
    @AnyoneMay
    CompletableFuture<@Nullable RatingChange> ratingChange(DgsDataFetchingEnvironment environment) {
        MatchPlayer player = player(environment);
        // asked before the result, the loader would remember for all events of a subscription that there is none
        if (player.outcome().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return RatingChangeLoader.in(environment)
                .load(player.matchId())
                .thenApply(changes -> changes == null ? null : changeOf(player.userId(), changes));
    }

    private static @Nullable RatingChange changeOf(UUID player, List<RatingChange> changes) {
        return changes.stream()
                .filter(change -> change.userId().equals(player))
                .findAny()
                .orElse(null);
    }

    private static MatchPlayer player(DgsDataFetchingEnvironment environment) {
        return environment.getSourceOrThrow();
    }
}
