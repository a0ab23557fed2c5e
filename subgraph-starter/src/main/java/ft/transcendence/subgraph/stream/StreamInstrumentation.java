package ft.transcendence.subgraph.stream;

import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.error.CodedError;
import ft.transcendence.subgraph.security.Caller;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import reactor.core.publisher.Flux;

/**
 * Applies the {@link StreamLimiter}, {@link OpenStreams}, {@link PerEventDataLoaders} and {@link SubscriberIdentity} to
 * every subscription.
 */
final class StreamInstrumentation extends SimplePerformantInstrumentation {

    private static final String ANONYMOUS = "anonymous";

    private final StreamLimiter streams;
    private final OpenStreams open;
    private final PerEventDataLoaders loaders;

    StreamInstrumentation(StreamLimiter streams, OpenStreams open, PerEventDataLoaders loaders) {
        this.streams = streams;
        this.open = open;
        this.loaders = loaders;
    }

    /** Spring maps the stream's errors before this instrumentation, so its own errors must be mapped here. */
    private static SubscriptionPublisherException toPublisherException(ClientException limitExceeded) {
        return new SubscriptionPublisherException(
                List.of(CodedError.of(
                        GraphqlErrorBuilder.newError(),
                        limitExceeded.code(),
                        String.valueOf(limitExceeded.getMessage()),
                        Map.of())),
                limitExceeded);
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        if (parameters.isTrivialDataFetcher()) {
            return fetcher;
        }
        GraphQLObjectType subscriptions =
                parameters.getExecutionContext().getGraphQLSchema().getSubscriptionType();
        if (subscriptions == null || parameters.getExecutionStepInfo().getObjectType() != subscriptions) {
            return fetcher;
        }
        return environment -> {
            Object stream = fetcher.get(environment);
            return stream instanceof Publisher<?> publisher
                    ? SubscriberIdentity.keep(limit(loaders.renewLoaders(publisher, environment))
                            .onErrorMap(ClientException.class, StreamInstrumentation::toPublisherException))
                    : stream;
        };
    }

    private Flux<?> limit(Publisher<?> stream) {
        return Caller.current()
                .<Flux<?>>map(caller -> streams.limit(caller.id().toString(), open.register(caller, stream)))
                .orElseGet(() -> streams.limit(ANONYMOUS, stream));
    }
}
