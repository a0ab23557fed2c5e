package ft.transcendence.gateway.extensions;

import ft.transcendence.extension.GatewayExtension;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.OperationObserver;
import ft.transcendence.federation.SubgraphRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows extensions what the engine does for their request, after the gateway's own observer. */
final class ExtendedOperation implements OperationObserver {
    private final List<GatewayExtension> extensions;
    private final ExtendedRequest request;
    private final OperationObserver own;

    ExtendedOperation(List<GatewayExtension> extensions, ExtendedRequest request, OperationObserver own) {
        this.extensions = extensions;
        this.request = request;
        this.own = own;
    }

    @Override
    public void preparing() {
        own.preparing();
    }

    @Override
    public void parsed(Duration time) {
        own.parsed(time);
    }

    @Override
    public void identified(OperationKind kind, @Nullable String name) {
        own.identified(kind, name);
    }

    @Override
    public boolean wantsCost() {
        return own.wantsCost();
    }

    @Override
    public void costEstimated(double cost) {
        own.costEstimated(cost);
    }

    @Override
    public void foundInCache() {
        own.foundInCache();
    }

    @Override
    public void planned(Duration time) {
        own.planned(time);
    }

    @Override
    public void prepared(int deniedFields) {
        own.prepared(deniedFields);
    }

    @Override
    public FetchObserver fetchStarted(SubgraphRequest fetched) {
        ExtendedFetch fetch = new ExtendedFetch(fetched, own.fetchStarted(fetched));
        for (GatewayExtension extension : extensions) {
            fetch.watchedBy(extension.onFetch(request, fetch));
        }
        return fetch;
    }

    @Override
    public void answered(GraphQLResponse response) {
        own.answered(response);
        for (GatewayExtension extension : extensions.reversed()) {
            extension.onResponse(request, response);
        }
    }
}
