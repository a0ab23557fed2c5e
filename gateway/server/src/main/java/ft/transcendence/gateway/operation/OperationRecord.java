package ft.transcendence.gateway.operation;

import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.OperationObserver;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.identity.CallerIdentity;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one operation while it is processed: from its request, from the engine, and of its responses. Bounded, however
 * long a subscription lasts. Thread-safe, since subgraphs answer on several threads. Nothing is recorded without an audience.
 */
public final class OperationRecord {
    /** How an operation's responses reach the client. */
    public enum Transport {
        HTTP,
        EVENT_STREAM,
        WEBSOCKET
    }

    /** Different errors that are remembered. */
    private static final int MAX_ERRORS = 10;

    private final Transport transport;
    private final String method;
    private final @Nullable HttpHeaders headers;
    private final RequestIds.Ids ids;
    private final Audience audience;
    private final long began;
    private final OperationObserver observer = new Observer();

    // Guarded by this.
    private CallerIdentity caller = CallerIdentity.anonymous();
    private @Nullable GraphQLRequest request;
    private @Nullable OperationKind kind;
    private @Nullable String name;
    private @Nullable Long preparationBegan;
    private @Nullable Duration preparation;
    private boolean prepared;
    private double cost = Double.NaN;
    private int deniedFields;
    private int responses;
    private long responseBytes;
    private @Nullable GatewayError refusal;
    private boolean started;
    private boolean completed;
    private final Set<ResponseError> errors = new LinkedHashSet<>(4);
    private final Map<String, SubgraphTimes> subgraphs = new LinkedHashMap<>(4);

    OperationRecord(
            Transport transport, String method, @Nullable HttpHeaders headers, RequestIds.Ids ids, Audience audience) {
        this.transport = transport;
        this.method = method;
        this.headers = headers;
        this.ids = ids;
        this.audience = audience;
        this.began = audience.now();
    }

    // ---- what the endpoints tell

    /** Whether anybody is told what is recorded here. */
    public boolean isObserved() {
        return !audience.isEmpty();
    }

    /** Sees what the engine does. */
    public OperationObserver observer() {
        return audience.isEmpty() ? OperationObserver.NONE : observer;
    }

    public synchronized void calledBy(CallerIdentity identity) {
        caller = audience.isEmpty() ? caller : identity;
    }

    public synchronized void received(GraphQLRequest operation) {
        request = audience.isEmpty() ? request : operation;
    }

    /** The client stays connected and gets responses from now on. */
    public void started() {
        if (audience.isEmpty()) {
            return;
        }
        synchronized (this) {
            started = true;
        }
        audience.listeners().forEach(listener -> listener.started(this));
    }

    /** One response, or event, is sent. */
    public void responded(GraphQLResponse response) {
        if (audience.isEmpty()) {
            return;
        }
        List<ResponseError> found = response.errors();
        synchronized (this) {
            responses++;
            responseBytes += response.size();
            found.stream().limit(MAX_ERRORS).forEach(this::remember);
        }
        if (!found.isEmpty()) {
            audience.listeners().forEach(listener -> listener.responded(this, found));
        }
    }

    private void remember(ResponseError error) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
    }

    /** The gateway itself refuses the operation, or ends its stream. */
    public synchronized void refused(GatewayError error) {
        refusal = audience.isEmpty() ? refusal : error;
    }

    /** The stream of responses has ended. Only the first end counts. */
    public void completed(int status) {
        completed(status, responseBytes());
    }

    /** The response is sent, or given up. Only the first end counts. */
    public void completed(int status, long bytes) {
        if (audience.isEmpty()) {
            return;
        }
        CompletedOperation operation;
        synchronized (this) {
            if (completed) {
                return;
            }
            completed = true;
            operation = new CompletedOperation(this, refusal, status, bytes, since(began));
        }
        audience.listeners().forEach(listener -> listener.completed(operation));
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(audience.now() - nanos);
    }

    // ---- what listeners read

    public Transport transport() {
        return transport;
    }

    /** The HTTP method of the request, or of the WebSocket's handshake. */
    public String method() {
        return method;
    }

    /** The client's {@code X-Request-Id}, or a new one; null if it sent none and nobody needs one. */
    public @Nullable String requestId() {
        return ids.requestId();
    }

    /** The trace that the client's {@code traceparent} names; null if there is none. */
    public @Nullable String traceId() {
        return ids.traceId();
    }

    /** A header of the request, or of the WebSocket's handshake, which may be any text. */
    public @Nullable String header(String header) {
        return headers == null ? null : headers.get(header);
    }

    public synchronized CallerIdentity caller() {
        return caller;
    }

    /** Null when the request failed before its operation was read. */
    public synchronized @Nullable GraphQLRequest request() {
        return request;
    }

    /** Null when the document is invalid. */
    public synchronized @Nullable OperationKind kind() {
        return kind;
    }

    /** The operation's name in its document; null for an anonymous operation, and when the document is invalid. */
    public synchronized @Nullable String name() {
        return name;
    }

    /** Whether the engine had a plan for it, be it cached or new. */
    public synchronized boolean isPrepared() {
        return prepared;
    }

    /** How long the preparation took, and the wait for it; null for a cached operation. */
    public synchronized @Nullable Duration preparation() {
        return preparation;
    }

    /** The estimated cost; NaN when nobody wants to know it, or costs are not limited. */
    public synchronized double cost() {
        return cost;
    }

    /** How many fields were left out because the caller may not see them. */
    public synchronized int deniedFields() {
        return deniedFields;
    }

    /** How many responses, or events, were sent. */
    public synchronized int responses() {
        return responses;
    }

    private synchronized long responseBytes() {
        return responseBytes;
    }

    /** Whether the client stayed connected after its request, and got a stream of responses. */
    public synchronized boolean hasStarted() {
        return started;
    }

    public synchronized boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** The first different errors of the responses. */
    public synchronized List<ResponseError> errors() {
        return new ArrayList<>(errors);
    }

    /** What was asked of each subgraph, in the order of the first answers. */
    public synchronized Map<String, SubgraphTimes> subgraphs() {
        return new LinkedHashMap<>(subgraphs);
    }

    // ---- what the engine tells

    synchronized void add(CompletedFetch fetch) {
        SubgraphTimes before = subgraphs.getOrDefault(fetch.subgraph(), new SubgraphTimes(0, Duration.ZERO));
        subgraphs.put(fetch.subgraph(), before.plus(fetch.duration()));
    }

    private final class Observer implements OperationObserver {
        @Override
        public void preparing() {
            synchronized (OperationRecord.this) {
                preparationBegan = preparationBegan == null ? Long.valueOf(audience.now()) : preparationBegan;
            }
        }

        @Override
        public void identified(OperationKind found, @Nullable String written) {
            synchronized (OperationRecord.this) {
                kind = found;
                name = written;
            }
        }

        @Override
        public boolean wantsCost() {
            return audience.wantsCost();
        }

        @Override
        public void costEstimated(double estimate) {
            synchronized (OperationRecord.this) {
                cost = estimate;
            }
        }

        @Override
        public void prepared(int denied) {
            synchronized (OperationRecord.this) {
                prepared = true;
                deniedFields = denied;
                preparation = preparationBegan == null ? null : since(preparationBegan);
            }
        }

        @Override
        public FetchObserver fetchStarted(SubgraphRequest fetch) {
            return new FetchRecord(OperationRecord.this, fetch, audience);
        }
    }
}
