package ft.transcendence.users.friendship;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** How the caller and users stand to each other, in one statement for a whole request. */
@DgsDataLoader(name = "relations", maxBatchSize = 1000)
class RelationLoader implements MappedBatchLoader<RelationLoader.Pair, Relation> {

    /** Whose relation to whom. */
    record Pair(UUID caller, UUID other) {}

    private final Friendships friendships;

    RelationLoader(Friendships friendships) {
        this.friendships = friendships;
    }

    @Override
    public CompletionStage<Map<Pair, Relation>> load(Set<Pair> pairs) {
        Map<UUID, Set<UUID>> othersByCaller = pairs.stream()
                .collect(Collectors.groupingBy(Pair::caller, Collectors.mapping(Pair::other, Collectors.toSet())));
        Map<Pair, Relation> relations = new HashMap<>();
        othersByCaller.forEach((caller, others) -> friendships
                .relations(caller, others)
                .forEach((other, relation) -> relations.put(new Pair(caller, other), relation)));
        return CompletableFuture.completedFuture(relations);
    }

    /** The relation of the caller to another user, of a batch. */
    static CompletableFuture<Relation> relation(UUID caller, UUID other, DgsDataFetchingEnvironment environment) {
        DataLoader<Pair, @Nullable Relation> relations = environment.getDataLoader(RelationLoader.class);
        return relations
                .load(new Pair(caller, other))
                .thenApply(relation -> relation == null ? Relation.NONE : relation);
    }
}
