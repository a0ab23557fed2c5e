package ft.transcendence.gateway.extensions;

import ft.transcendence.extension.SubgraphFetch;
import ft.transcendence.federation.FetchFailure;
import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.header.ExtraHeaders;
import java.util.ArrayList;
import java.util.List;

/** A request to a subgraph that extensions take part in: collects their headers, and tells its outcome to all who watch it. */
final class ExtendedFetch implements SubgraphFetch, FetchObserver, ExtraHeaders {
    private final SubgraphRequest request;
    private final List<FetchObserver> observers = new ArrayList<>(2);
    private final List<Header> headers = new ArrayList<>();

    /** @param observer the gateway's own */
    ExtendedFetch(SubgraphRequest request, FetchObserver observer) {
        this.request = request;
        observers.add(observer);
        headers.addAll(ExtraHeaders.of(observer));
    }

    void watchedBy(FetchObserver observer) {
        if (observer != FetchObserver.NONE) {
            observers.add(observer);
        }
    }

    @Override
    public String subgraph() {
        return request.subgraph();
    }

    @Override
    public OperationKind kind() {
        return request.kind();
    }

    @Override
    public void addHeader(String name, String value) {
        headers.add(
                name.equalsIgnoreCase("authorization")
                        ? new Header(name, value)
                        : ExtendedRequest.checked(name, value));
    }

    @Override
    public List<Header> extraHeaders() {
        return headers;
    }

    @Override
    public void answered(SubgraphResponse response, List<ResponseError> errors) {
        observers.forEach(observer -> observer.answered(response, errors));
    }

    @Override
    public void failed(FetchFailure failure) {
        observers.forEach(observer -> observer.failed(failure));
    }

    @Override
    public void ended() {
        observers.forEach(FetchObserver::ended);
    }
}
