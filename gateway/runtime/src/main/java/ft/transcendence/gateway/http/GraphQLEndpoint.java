package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.IncrementalFormat;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.gateway.body.BodyTooLargeException;
import ft.transcendence.gateway.body.MalformedBodyException;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.extensions.ExtendedRequest;
import ft.transcendence.gateway.header.ResponseHeaders;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.CallerResolver;
import ft.transcendence.gateway.identity.InvalidCredentialsException;
import ft.transcendence.gateway.identity.ProviderKeysUnavailableException;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.OperationRecords;
import ft.transcendence.gateway.singleflight.SingleFlight;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The GraphQL endpoint over HTTP: resolves the caller, reads the operation, and responds with the engine's result in the format
 * that the client accepts.
 */
@Component
final class GraphQLEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(GraphQLEndpoint.class);

    private final Supplier<GraphQLHttpProperties> settings;
    private final Compression compression;
    private final CallerResolver callers;
    private final RateLimiter rateLimiter;
    private final RequestMemory requestMemory;
    private final StreamLimiter streams;
    private final SingleConnectionEndpoint singleConnections;
    private final OperationReader reader;
    private final RequestBodies bodies;
    private final Batches batches;
    private final CurrentEngine engine;
    private final RequestContexts contexts;
    private final StreamWriter streamWriter;
    private final IncrementalWriter incrementalWriter;
    private final OperationRecords records;
    private final SingleFlight<QueryDeduplicationKey, GraphQLResponse> queries = new SingleFlight<>();

    GraphQLEndpoint(
            Supplier<GraphQLHttpProperties> settings,
            CallerResolver callers,
            RateLimiter rateLimiter,
            RequestMemory requestMemory,
            StreamLimiter streams,
            SingleConnectionEndpoint singleConnections,
            OperationReader reader,
            RequestBodies bodies,
            Batches batches,
            CurrentEngine engine,
            RequestContexts contexts,
            StreamWriter streamWriter,
            IncrementalWriter incrementalWriter,
            OperationRecords records) {
        this.settings = settings;
        this.compression = new Compression(settings.get().compressFrom());
        this.callers = callers;
        this.rateLimiter = rateLimiter;
        this.requestMemory = requestMemory;
        this.streams = streams;
        this.singleConnections = singleConnections;
        this.reader = reader;
        this.bodies = bodies;
        this.batches = batches;
        this.engine = engine;
        this.contexts = contexts;
        this.streamWriter = streamWriter;
        this.incrementalWriter = incrementalWriter;
        this.records = records;
    }

    Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        ResponseFormat format =
                ResponseFormat.negotiate(request.requestHeaders().get(HttpHeaderNames.ACCEPT));
        if (format == null) {
            return open(request, response, ResponseFormat.JSON)
                    .respondWithError(GatewayError.NOT_ACCEPTABLE, GatewayError.NOT_ACCEPTABLE.message());
        }
        GraphQLExchange exchange = open(request, response, format);
        Mono<Void> handled = callers.resolve(request.requestHeaders())
                .flatMap(caller -> {
                    exchange.calledBy(caller);
                    return rateLimiter.admits(caller, request.remoteAddress())
                            ? Mono.using(
                                    () -> requestMemory.open(caller, request.remoteAddress()),
                                    reservation -> perform(exchange, reservation),
                                    Disposable::dispose)
                            : Mono.error(new GatewayErrorException(GatewayError.RATE_LIMITED));
                })
                .onErrorResume(failure -> respondToFailure(exchange, failure));
        return exchange.record.isObserved() ? handled.doOnCancel(exchange::abandoned) : handled;
    }

    private GraphQLExchange open(HttpServerRequest request, HttpServerResponse response, ResponseFormat format) {
        OperationRecord.Transport transport = format.streamEncoding() != null
                ? OperationRecord.Transport.EVENT_STREAM
                : OperationRecord.Transport.HTTP;
        OperationRecord record = records.open(transport, request.method().name(), request.requestHeaders());
        return new GraphQLExchange(request, response, format, compression, record);
    }

    private Mono<Void> perform(GraphQLExchange exchange, RequestMemory.Reservation reservation) {
        HttpServerRequest request = exchange.request;
        if (SingleConnectionEndpoint.serves(request)) {
            return singleConnections.handle(exchange, reservation);
        }
        if (HttpMethod.GET.equals(request.method())) {
            return Mono.fromCallable(() -> {
                        reservation.reserve(RequestMemoryEstimate.of(request.uri()));
                        return reader.fromQueryString(request.uri());
                    })
                    .flatMap(operation -> perform(exchange, operation, reservation));
        }
        return bodies.read(request, reservation)
                .flatMap(body -> batches.accepts(body)
                        ? performBatch(exchange, batches.read(body), reservation)
                        : perform(exchange, reader.fromBody(body), reservation));
    }

    private Mono<Void> perform(
            GraphQLExchange exchange, GraphQLRequest operation, RequestMemory.Reservation reservation) {
        exchange.record.received(operation);
        IncrementalFormat incremental = exchange.format.incrementalFormat();
        if (incremental != null) {
            return executeInParts(exchange, incremental, operation, reservation);
        }
        StreamEncoding encoding = exchange.format.streamEncoding();
        return encoding != null
                ? stream(exchange, encoding, operation, reservation)
                : execute(exchange, operation, exchange.record).flatMap(response -> {
                    reservation.reserveResponse(response.size());
                    return exchange.respond(response);
                });
    }

    private Mono<Void> executeInParts(
            GraphQLExchange exchange,
            IncrementalFormat format,
            GraphQLRequest operation,
            RequestMemory.Reservation reservation) {
        RequestContext context = context(exchange, exchange.record);
        FederationEngine current = engine.get();
        Mono<Void> sent = Mono.defer(() -> incrementalWriter.send(
                exchange,
                JdkFlowAdapter.flowPublisherToFlux(current.executeIncrementally(operation, context, format)),
                reservation));
        if (!HttpMethod.GET.equals(exchange.request.method())) {
            return sent;
        }
        return kindOf(current, operation, context).flatMap(kind -> {
            exchange.refuseMutationByGet(kind);
            return sent;
        });
    }

    private RequestContext context(GraphQLExchange exchange, OperationRecord record) {
        RequestContext context = contexts.forResponse(
                        exchange.request.requestHeaders(), exchange.caller, exchange.request.remoteAddress(), record)
                .build();
        exchange.fromSubgraphs = ResponseHeaders.of(context);
        exchange.extended = ExtendedRequest.of(context);
        return context;
    }

    private Mono<Void> performBatch(
            GraphQLExchange exchange, List<BatchEntry> batch, RequestMemory.Reservation reservation) {
        if (exchange.format.streamEncoding() != null) {
            throw new GatewayErrorException(GatewayError.NOT_ACCEPTABLE, "Accept application/json for a batch");
        }
        // the first operation is counted already
        for (int more = 1; more < batch.size(); more++) {
            if (!rateLimiter.admits(exchange.caller, exchange.request.remoteAddress())) {
                throw new GatewayErrorException(GatewayError.RATE_LIMITED);
            }
        }
        exchange.hasOwnRecords = true;
        return batches.execute(batch, reservation, operation -> executeInBatch(exchange, operation))
                .flatMap(exchange::respondToBatch);
    }

    /** Each operation of a batch has a record of its own. */
    private Mono<GraphQLResponse> executeInBatch(GraphQLExchange exchange, GraphQLRequest operation) {
        HttpServerRequest request = exchange.request;
        OperationRecord record =
                records.open(OperationRecord.Transport.HTTP, request.method().name(), request.requestHeaders());
        record.calledBy(exchange.caller);
        record.received(operation);
        return execute(exchange, operation, record)
                .doOnNext(response -> {
                    record.responded(response);
                    record.completed(200, response.size());
                })
                .doOnCancel(() -> GraphQLExchange.abandon(record));
    }

    private Mono<GraphQLResponse> execute(GraphQLExchange exchange, GraphQLRequest operation, OperationRecord record) {
        RequestContext context = context(exchange, record);
        FederationEngine current = engine.get();
        boolean get = HttpMethod.GET.equals(exchange.request.method());
        if (!get && !settings.get().deduplicateQueries()) {
            return Mono.fromFuture(current.execute(operation, context));
        }
        return kindOf(current, operation, context).flatMap(kind -> {
            exchange.refuseMutationByGet(kind);
            boolean shared = settings.get().deduplicateQueries()
                    && kind.filter(OperationKind.QUERY::equals).isPresent();
            return shared
                    ? share(exchange, operation, context, current)
                    : Mono.fromFuture(current.execute(operation, context));
        });
    }

    private Mono<GraphQLResponse> share(
            GraphQLExchange exchange, GraphQLRequest operation, RequestContext context, FederationEngine current) {
        QueryDeduplicationKey key = new QueryDeduplicationKey(
                current,
                operation,
                exchange.caller,
                context.attributes(),
                context.allows(RequestContext.Feature.QUERY_PLAN));
        return Mono.fromFuture(queries.share(key, () -> current.execute(operation, context)));
    }

    /** Everything that the response to a query depends on. */
    private record QueryDeduplicationKey(
            FederationEngine engine,
            GraphQLRequest operation,
            CallerIdentity caller,
            Map<String, Object> attributes,
            boolean queryPlan) {}

    private static Mono<Optional<OperationKind>> kindOf(
            FederationEngine engine, GraphQLRequest operation, RequestContext context) {
        return Mono.fromFuture(engine.kindOf(operation, context));
    }

    private Mono<Void> stream(
            GraphQLExchange exchange,
            StreamEncoding encoding,
            GraphQLRequest operation,
            RequestMemory.Reservation reservation) {
        HttpHeaders headers = exchange.request.requestHeaders().copy();
        InetSocketAddress address = exchange.request.remoteAddress();
        Mono<Void> sent = Mono.using(
                () -> streams.openStream(exchange.caller, address),
                lease -> streamWriter.send(
                        exchange,
                        encoding,
                        operation,
                        reservation,
                        Mono.defer(() -> callers.resolve(headers)),
                        caller -> contexts.forStream(headers, caller, address, exchange.record)
                                .build()),
                Disposable::dispose);
        if (!HttpMethod.GET.equals(exchange.request.method())) {
            return sent;
        }
        RequestContext streamContext = contexts.forStream(headers, exchange.caller, address, exchange.record)
                .build();
        return kindOf(engine.get(), operation, streamContext).flatMap(kind -> {
            exchange.refuseMutationByGet(kind);
            return sent;
        });
    }

    private static Mono<Void> respondToFailure(GraphQLExchange exchange, Throwable failure) {
        return switch (failure) {
            case GatewayErrorException known -> exchange.respondWithError(known.error(), known.clientMessage());
            case InvalidCredentialsException invalid -> {
                LOG.debug("Refused a token: {}", invalid.getMessage());
                yield exchange.respondWithError(GatewayError.UNAUTHENTICATED, GatewayError.UNAUTHENTICATED.message());
            }
            case ProviderKeysUnavailableException unavailable ->
                exchange.respondWithError(
                        GatewayError.IDENTITY_PROVIDER_UNAVAILABLE,
                        GatewayError.IDENTITY_PROVIDER_UNAVAILABLE.message());
            case MalformedBodyException malformed ->
                exchange.respondWithError(GatewayError.MALFORMED_REQUEST, String.valueOf(malformed.getMessage()));
            case BodyTooLargeException tooLarge ->
                exchange.respondWithError(GatewayError.REQUEST_TOO_LARGE, GatewayError.REQUEST_TOO_LARGE.message());
            case IOException gone -> exchange.abandon(gone);
            case AbortedException gone -> exchange.abandon(gone);
            default -> {
                exchange.logDefect(failure);
                yield exchange.respondWithError(GatewayError.INTERNAL_ERROR, GatewayError.INTERNAL_ERROR.message());
            }
        };
    }
}
