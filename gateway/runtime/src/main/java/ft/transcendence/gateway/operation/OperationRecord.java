package ft.transcendence.gateway.operation;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.OperationObserver;
import ft.transcendence.federation.ResponseError;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.operation.OperationTracer.OperationTrace;
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
    private final RequestIds idSource;
    private final Audience audience;
    private final @Nullable OperationTrace trace;
    private final long began;
    private final EngineRecord engine;

    // Guarded by this.
    private CallerIdentity caller = CallerIdentity.anonymous();
    private @Nullable GraphQLRequest request;
    private int responses;
    private long responseBytes;
    private @Nullable GatewayError refusal;
    private boolean started;
    private boolean completed;
    private Set<ResponseError> errors = Set.of();
    private Map<String, SubgraphTimes> subgraphs = Map.of();
    private RequestIds.@Nullable Ids ids;

    OperationRecord(
            Transport transport,
            String method,
            @Nullable HttpHeaders headers,
            RequestIds idSource,
            Audience audience,
            @Nullable OperationTrace trace) {
        this.transport = transport;
        this.method = method;
        this.headers = headers;
        this.idSource = idSource;
        this.audience = audience;
        this.trace = trace;
        this.engine = new EngineRecord(this, audience, trace);
        this.began = audience.isDetailed() ? audience.now() : 0;
    }

    // ---- what the endpoints tell

    /** Whether anybody wants to know more of it than what failed. */
    public boolean isObserved() {
        return audience.isDetailed();
    }

    /** Sees what the engine does. */
    public OperationObserver observer() {
        return audience.isEmpty() ? OperationObserver.NONE : engine;
    }

    public synchronized void calledBy(CallerIdentity identity) {
        caller = audience.isDetailed() ? identity : caller;
    }

    public synchronized void received(GraphQLRequest operation) {
        request = audience.isDetailed() ? operation : request;
    }

    /** The client stays connected and gets responses from now on. */
    public void started() {
        if (!audience.isDetailed()) {
            return;
        }
        synchronized (this) {
            started = true;
        }
        audience.listeners().forEach(listener -> listener.started(this));
    }

    /** One response, or event, is sent. */
    public void responded(GraphQLResponse response) {
        if (!audience.isDetailed()) {
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
        if (errors.isEmpty()) {
            errors = new LinkedHashSet<>(4);
        }
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
    }

    /** The gateway itself refuses the operation, or ends its stream. */
    public synchronized void refused(GatewayError error) {
        refusal = audience.isDetailed() ? error : refusal;
    }

    /** The stream of responses has ended. Only the first end counts. */
    public void completed(int status) {
        completed(status, responseBytes());
    }

    /** The response is sent, or given up. Only the first end counts. */
    public void completed(int status, long bytes) {
        if (!audience.isDetailed()) {
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
        if (trace != null) {
            trace.end(operation);
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
        return ids().requestId();
    }

    /** The trace that it is a part of; null if traces are off and the client sent no valid {@code traceparent}. */
    public @Nullable String traceId() {
        return trace == null ? ids().traceId() : trace.traceId();
    }

    private synchronized RequestIds.Ids ids() {
        RequestIds.Ids known = ids;
        if (known == null) {
            known = idSource.of(headers);
            ids = known;
        }
        return known;
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

    /** What the engine found out. */
    public EngineRecord engine() {
        return engine;
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
        if (subgraphs.isEmpty()) {
            subgraphs = new LinkedHashMap<>(4);
        }
        SubgraphTimes before = subgraphs.getOrDefault(fetch.subgraph(), new SubgraphTimes(0, Duration.ZERO));
        // an event of a subscription takes no time: the subgraph sends it when it happens
        boolean isEvent = fetch.kind() == OperationKind.SUBSCRIPTION;
        subgraphs.put(fetch.subgraph(), before.plus(isEvent ? Duration.ZERO : fetch.duration()));
    }

    FetchRecord begin(SubgraphRequest fetch) {
        return new FetchRecord(this, fetch, audience, trace == null ? null : trace.begin(fetch));
    }
}
