package ft.transcendence.subgraph.stream;

import com.netflix.graphql.dgs.internal.DgsDataLoaderProvider;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.dataloader.DataLoaderRegistry;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Gives each event of a stream data loaders of its own. Those of the request would answer every later event with what they loaded for
 * the first, and be held from one event to the next for nothing.
 *
 * <p>Relies on streams that are asked for one event after the other, as an {@link EventStreamUpgradeHandler} does: when it asks, nothing
 * of the last one is under way.
 */
final class PerEventDataLoaders {

    private final DgsDataLoaderProvider loaders;

    PerEventDataLoaders(DgsDataLoaderProvider loaders) {
        this.loaders = loaders;
    }

    <T> Flux<T> renewed(Publisher<T> events, DataFetchingEnvironment environment) {
        DataLoaderRegistry registry = environment.getDataLoaderRegistry();
        GraphQLContext context = environment.getGraphQlContext();
        return Flux.from(events)
                .doOnRequest(_ -> List.copyOf(registry.getKeys()).forEach(registry::unregister))
                .doOnNext(_ -> loaders.buildRegistryWithContextSupplier(() -> context)
                        .getDataLoadersMap()
                        .forEach(registry::register));
    }
}
