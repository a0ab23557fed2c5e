package ft.transcendence.matches.match;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.doubt.Doubt;
import ft.transcendence.matches.match.Timeline.ScoredPoint;
import ft.transcendence.matches.player.KnownPlayerLoader;
import ft.transcendence.matches.player.User;
import ft.transcendence.matches.rating.RatingChange;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.RequireModerator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/** Data fetchers for matches. Anyone may read matches. */
@DgsComponent
class MatchDataFetchers {

    private static final int MAXIMUM_IDS = 100;

    @DgsQuery
    @AllowAnonymous
    CompletableFuture<@Nullable Match> match(@InputArgument String id, DgsDataFetchingEnvironment environment) {
        return find(id, environment);
    }

    @DgsQuery
    @AllowAnonymous
    CompletableFuture<List<@Nullable Match>> matchesByIds(
            @InputArgument List<String> ids, DgsDataFetchingEnvironment environment) {
        if (ids.size() > MAXIMUM_IDS) {
            throw ClientException.badInput("Request at most " + MAXIMUM_IDS + " ids at once.");
        }
        List<CompletableFuture<@Nullable Match>> found =
                ids.stream().map(id -> find(id, environment)).toList();
        return CompletableFuture.allOf(found.toArray(CompletableFuture[]::new))
                .thenApply(all -> found.stream().map(CompletableFuture::join).toList());
    }

    private static CompletableFuture<@Nullable Match> find(String id, DgsDataFetchingEnvironment environment) {
        DataLoader<UUID, @Nullable Match> matches = MatchLoader.in(environment);
        return EntityId.of(id).map(matches::load).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @DgsData(parentType = "Match")
    @RequireModerator
    CompletableFuture<@Nullable User> voidedBy(DgsDataFetchingEnvironment environment) {
        return environment
                .<Match>getSourceOrThrow()
                .voidedBy()
                .map(moderator -> KnownPlayerLoader.find(moderator, environment))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @DgsData(parentType = "Match")
    @AllowAnonymous
    CompletableFuture<@Nullable List<ScoredPoint>> timeline(DgsDataFetchingEnvironment environment) {
        Match match = environment.getSourceOrThrow();
        if (match.status().isOpen()) {
            return CompletableFuture.completedFuture(null);
        }
        return Timelines.Loader.in(environment)
                .load(match.id())
                .thenApply(timeline -> timeline == null ? null : timeline.scored());
    }

    @DgsData(parentType = "Match")
    @RequireModerator
    CompletableFuture<List<Doubt>> doubts(DgsDataFetchingEnvironment environment) {
        return DoubtsLoader.in(environment)
                .load(environment.<Match>getSourceOrThrow().id())
                .thenApply(doubts -> doubts == null ? List.of() : doubts);
    }

    @DgsData(parentType = "MatchPlayer")
    @AllowAnonymous
    CompletableFuture<@Nullable RatingChange> ratingChange(DgsDataFetchingEnvironment environment) {
        MatchPlayer player = player(environment);
        // without a result there is no change, and the loader would cache that for all events of a subscription
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
