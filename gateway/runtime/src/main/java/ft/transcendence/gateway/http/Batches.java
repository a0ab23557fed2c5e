package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.ErrorBody;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Batches of operations: a JSON array of requests, which gets an array of responses in the same order. */
@Component
final class Batches {
    private final BatchProperties properties;
    private final OperationReader reader;

    Batches(BatchProperties properties, OperationReader reader) {
        this.properties = properties;
        this.reader = reader;
    }

    /** Whether this body is a batch that may be executed. */
    boolean accepts(byte[] body) {
        return properties.enabled() && isArray(body);
    }

    List<BatchEntry> read(byte[] body) {
        return reader.fromBatch(body, properties.maxOperations());
    }

    /**
     * Executes the operations at the same time, as if they had been sent in requests of their own.
     *
     * @param reservation accounts for the responses
     */
    Mono<GraphQLResponse> execute(
            List<BatchEntry> batch,
            RequestMemory.Reservation reservation,
            Function<GraphQLRequest, Mono<GraphQLResponse>> execution) {
        AtomicInteger size = new AtomicInteger();
        return Flux.fromIterable(batch)
                .flatMapSequential(entry -> execute(entry, execution), batch.size())
                .doOnNext(response -> reservation.reserveResponse(size.addAndGet(response.size())))
                .collectList()
                .map(Batches::join);
    }

    private static Mono<GraphQLResponse> execute(
            BatchEntry entry, Function<GraphQLRequest, Mono<GraphQLResponse>> execution) {
        return switch (entry) {
            case BatchEntry.Operation(GraphQLRequest request) -> execution.apply(request);
            case BatchEntry.Refused(var reason) -> {
                byte[] body = ErrorBody.of(reason);
                yield Mono.just(new GraphQLResponse(GraphQLResponse.Kind.REQUEST_ERROR, body, body.length));
            }
        };
    }

    private static GraphQLResponse join(List<GraphQLResponse> responses) {
        int size =
                1 + responses.stream().mapToInt(response -> response.size() + 1).reduce(0, Math::addExact);
        ByteBuffer joined = ByteBuffer.allocate(size);
        char before = '[';
        for (GraphQLResponse response : responses) {
            joined.put((byte) before).put(response.body());
            before = ',';
        }
        joined.put((byte) ']');
        return new GraphQLResponse(GraphQLResponse.Kind.EXECUTED, joined.array(), size);
    }

    private static boolean isArray(byte[] body) {
        for (byte character : body) {
            switch (character) {
                case ' ', '\t', '\n', '\r' -> {}
                default -> {
                    return character == '[';
                }
            }
        }
        return false;
    }
}
