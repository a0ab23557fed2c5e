package ft.transcendence.subgraph.stream;

import com.netflix.graphql.dgs.internal.DgsDataLoaderProvider;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.dataloader.DataLoaderRegistry;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Gives each event of a stream new data loaders. The loaders of the request would answer later events from their
 * caches, and would be kept in memory between events.
 *
 * <p>Relies on a subscriber that requests one event at a time, as {@link EventStreamUpgradeHandler} does, so that no
 * work on the last event is pending.
 */
final class PerEventDataLoaders {

    private final DgsDataLoaderProvider loaders;

    PerEventDataLoaders(DgsDataLoaderProvider loaders) {
        this.loaders = loaders;
    }

    <T> Flux<T> renewLoaders(Publisher<T> events, DataFetchingEnvironment environment) {
        DataLoaderRegistry registry = environment.getDataLoaderRegistry();
        GraphQLContext context = environment.getGraphQlContext();
        return Flux.from(events)
                .doOnRequest(_ -> List.copyOf(registry.getKeys()).forEach(registry::unregister))
                .doOnNext(_ -> loaders.buildRegistryWithContextSupplier(() -> context)
                        .getDataLoadersMap()
                        .forEach(registry::register));
    }
}
