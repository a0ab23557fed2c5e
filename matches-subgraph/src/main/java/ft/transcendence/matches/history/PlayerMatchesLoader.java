package ft.transcendence.matches.history;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import ft.transcendence.matches.match.Match;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.PageArguments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;

/** Loads pages of matches for all players in a request: one search per field that selects them. */
@DgsDataLoader(name = PlayerMatchesLoader.NAME)
class PlayerMatchesLoader implements MappedBatchLoader<PlayerMatchesLoader.Key, Connection<Match>> {

    static final String NAME = "playerMatches";

    private final MatchSearch search;

    PlayerMatchesLoader(MatchSearch search) {
        this.search = search;
    }

    /** The player, and which of their matches. */
    record Key(UUID player, PageQuery query) {}

    /** The part of the key that all players share. */
    record PageQuery(PlayerMatchFilter filter, PageArguments page) {}

    /** The loader of this request. */
    static DataLoader<Key, Connection<Match>> in(DgsDataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getDataLoader(NAME));
    }

    @Override
    public CompletionStage<Map<Key, Connection<Match>>> load(Set<Key> keys) {
        Map<PageQuery, List<Key>> keysByQuery = keys.stream().collect(Collectors.groupingBy(Key::query));
        Map<Key, Connection<Match>> pages = new HashMap<>();
        keysByQuery.forEach((query, group) -> {
            List<UUID> players = group.stream().map(Key::player).toList();
            search.find(players, query.filter(), query.page())
                    .forEach((player, page) -> pages.put(new Key(player, query), page));
        });
        return CompletableFuture.completedFuture(pages);
    }
}
