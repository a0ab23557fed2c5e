package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.CallerResolver;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.OperationRecords;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Many operations over one event stream, by <a
 * href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#single-connection-mode">graphql-sse in single connection
 * mode</a>: {@code PUT} reserves a stream and returns its token, {@code GET} with the token opens it, {@code POST} with the token
 * starts an operation and {@code DELETE} ends one. Browsers open only six connections to a host over HTTP/1.1.
 */
@Component
final class SingleConnectionEndpoint {
    /** The header that carries a stream's token; when the stream is opened, the parameter {@code token} may do so. */
    static final String TOKEN_HEADER = "x-graphql-event-stream-token";

    private static final String TOKEN_PARAMETER = "token";
    private static final String OPERATION_ID = "operationId";

    private final SingleConnections connections;
    private final CallerResolver callers;
    private final CallerLifetime lifetime;
    private final StreamAdmission admission;
    private final OperationReader reader;
    private final RequestBodies bodies;
    private final CurrentEngine engine;
    private final RequestContexts contexts;
    private final OperationRecords records;
    private final StreamWriter writer;

    SingleConnectionEndpoint(
            SingleConnections connections,
            CallerResolver callers,
            CallerLifetime lifetime,
            StreamAdmission admission,
            OperationReader reader,
            RequestBodies bodies,
            CurrentEngine engine,
            RequestContexts contexts,
            OperationRecords records,
            StreamWriter writer) {
        this.connections = connections;
        this.callers = callers;
        this.lifetime = lifetime;
        this.admission = admission;
        this.reader = reader;
        this.bodies = bodies;
        this.engine = engine;
        this.contexts = contexts;
        this.records = records;
        this.writer = writer;
    }

    /** Whether the request is about such a stream. */
    static boolean serves(HttpServerRequest request) {
        return HttpMethod.PUT.equals(request.method()) || tokenOf(request) != null;
    }

    private static @Nullable String tokenOf(HttpServerRequest request) {
        String token = request.requestHeaders().get(TOKEN_HEADER);
        if (token != null || !HttpMethod.GET.equals(request.method())) {
            return token;
        }
        // an EventSource cannot set headers
        boolean stream = request.requestHeaders().contains(HttpHeaderNames.ACCEPT, "text/event-stream", true);
        return stream ? parameter(request, TOKEN_PARAMETER) : null;
    }

    private static @Nullable String parameter(HttpServerRequest request, String name) {
        List<String> values = new QueryStringDecoder(request.uri()).parameters().getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Responds to a request of a caller that is known and within its rate limit. */
    Mono<Void> handle(GraphQLExchange exchange, RequestMemory.Reservation reservation) {
        HttpServerRequest request = exchange.request;
        if (HttpMethod.PUT.equals(request.method())) {
            HttpHeaders headers = request.requestHeaders().copy();
            return exchange.acknowledge(
                    201, connections.reserve(exchange.caller, followed(exchange, headers), request.remoteAddress()));
        }
        String token = tokenOf(request);
        if (token == null) {
            throw new GatewayErrorException(GatewayError.STREAM_NOT_FOUND);
        }
        if (HttpMethod.DELETE.equals(request.method())) {
            String id = parameter(request, OPERATION_ID);
            if (id == null || id.isEmpty()) {
                throw new GatewayErrorException(
                        GatewayError.MALFORMED_REQUEST, "Send the operation's id as operationId");
            }
            connections.of(exchange.caller, token).stop(id);
            return exchange.acknowledge(200, "");
        }
        StreamEncoding encoding = exchange.format.streamEncoding();
        if (encoding != null) {
            return HttpMethod.GET.equals(request.method())
                    ? open(exchange, encoding, token)
                    : Mono.error(new GatewayErrorException(GatewayError.METHOD_NOT_ALLOWED));
        }
        SingleConnection connection = connections.of(exchange.caller, token);
        if (HttpMethod.GET.equals(request.method())) {
            long memory = RequestMemoryEstimate.of(request.uri());
            reservation.reserve(memory);
            return start(exchange, connection, reader.fromQueryString(request.uri()), memory);
        }
        return bodies.read(request, reservation)
                .flatMap(body -> start(exchange, connection, reader.fromBody(body), RequestMemoryEstimate.of(body)));
    }

    private Mono<Void> open(GraphQLExchange exchange, StreamEncoding encoding, String token) {
        SingleConnection connection = connections.open(token);
        exchange.hasOwnRecords = true;
        return writer.send(exchange, encoding, connection.events()).doFinally(signal -> connections.drop(token));
    }

    private Mono<Void> start(
            GraphQLExchange exchange, SingleConnection connection, GraphQLRequest operation, long memory) {
        String id = idOf(operation);
        HttpHeaders headers = exchange.request.requestHeaders().copy();
        InetSocketAddress address = exchange.request.remoteAddress();
        exchange.record.received(operation);
        RequestContext context = contexts.forResponse(headers, exchange.caller, address, exchange.record)
                .build();
        return Mono.fromFuture(engine.get().kindOf(operation, context)).flatMap(kind -> {
            if (kind.isEmpty()) {
                // why it is refused is the response to this request
                return Mono.fromFuture(engine.get().execute(operation, context)).flatMap(exchange::respond);
            }
            exchange.refuseMutationByGet(kind);
            connection.start(
                    id,
                    operation,
                    memory,
                    followed(exchange, headers).replay(1).refCount(),
                    new Host(exchange.request.method().name(), headers, address));
            return exchange.acknowledge(202, "");
        });
    }

    private Flux<CallerIdentity> followed(GraphQLExchange exchange, HttpHeaders headers) {
        return lifetime.follow(exchange.caller, Mono.defer(() -> callers.resolve(headers)));
    }

    private static String idOf(GraphQLRequest operation) {
        if (operation.extensions().get(OPERATION_ID) instanceof String id
                && !id.isEmpty()
                && id.length() <= ConnectionOperations.LONGEST_ID) {
            return id;
        }
        throw new GatewayErrorException(
                GatewayError.MALFORMED_REQUEST,
                "Send an id of at most " + ConnectionOperations.LONGEST_ID + " characters in extensions.operationId");
    }

    /** The gateway, as one operation sees it. */
    private final class Host implements ConnectionOperations.Host {
        private final String method;
        private final HttpHeaders headers;
        private final @Nullable InetSocketAddress address;

        Host(String method, HttpHeaders headers, @Nullable InetSocketAddress address) {
            this.method = method;
            this.headers = headers;
            this.address = address;
        }

        /** The request that started the operation has been counted by the rate limit. */
        @Override
        public ConnectionOperations.RunningOperation begin(CallerIdentity caller, long memory) {
            return admission.begin(caller, address, memory);
        }

        @Override
        public OperationRecord open() {
            return records.open(OperationRecord.Transport.EVENT_STREAM, method, headers);
        }

        @Override
        public Flux<GraphQLResponse> execute(GraphQLRequest operation, CallerIdentity caller, OperationRecord record) {
            return JdkFlowAdapter.flowPublisherToFlux(engine.get()
                    .subscribe(
                            operation,
                            contexts.forStream(headers, caller, address, record).build()));
        }
    }
}
