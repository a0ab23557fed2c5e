package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.body.BodyTooLargeException;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.resilience.Instance;
import ft.transcendence.gateway.resilience.Instances;
import java.util.List;
import reactor.core.publisher.Flux;

/** Opens subscriptions at one subgraph. */
final class SubgraphStreams {

    private final String subgraph;
    private final Instances<Endpoint> instances;

    SubgraphStreams(String subgraph, Instances<Endpoint> instances) {
        this.subgraph = subgraph;
        this.instances = instances;
    }

    /**
     * The responses of a subscription. It fails with a {@link SubgraphCallException}.
     *
     * @param headers in addition to those of every request
     */
    Flux<SubgraphResponse> subscribe(SubgraphRequest request, List<Header> headers) {
        return Flux.defer(() -> subscribe(instances.next(null), request, headers))
                .onErrorMap(this::describe);
    }

    private Flux<SubgraphResponse> subscribe(
            Instance<Endpoint> instance, SubgraphRequest request, List<Header> headers) {
        return instance.target()
                .streams()
                .subscribe(request, headers)
                .doOnNext(event -> instances.succeeded(instance))
                .doOnError(failure -> instances.failed(instance));
    }

    private Throwable describe(Throwable failure) {
        return SubgraphCallException.of(subgraph, failure instanceof BodyTooLargeException, failure);
    }
}
