package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.GraphQLRequest;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.document.TestDocuments;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.http.WebSocketConnection.Output;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.RevokedSessions;
import ft.transcendence.gateway.operation.AccessLogProperties;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.operation.OperationRecords;
import ft.transcendence.gateway.operation.OperationTracer;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class WebSocketConnectionTests {
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Output ACK = new Output.Text("{\"type\":\"connection_ack\"}");

    @Test
    void closesWhenTheClientIsSilent() {
        StepVerifier.withVirtualTime(() -> connection().outputs(initAndSilence()))
                .expectNext(ACK)
                .thenAwait(BEAT.multipliedBy(3))
                .expectNext(new Output.Beat(), new Output.Beat(), new Output.Close(4408, "No response to keep-alives"))
                .verifyComplete();
    }

    @Test
    void staysOpenForAClientThatRespondsToKeepAlives() {
        WebSocketConnection[] connection = new WebSocketConnection[1];
        StepVerifier.withVirtualTime(() -> {
                    connection[0] = connection();
                    return connection[0].outputs(initAndSilence());
                })
                .expectNext(ACK)
                .thenAwait(BEAT.multipliedBy(2))
                .expectNext(new Output.Beat(), new Output.Beat())
                .then(() -> connection[0].recordActivity())
                .thenAwait(BEAT.multipliedBy(2))
                .expectNext(new Output.Beat(), new Output.Beat())
                .thenCancel()
                .verify();
    }

    @Test
    void closesWhenTheClientDoesNotInitialise() {
        StepVerifier.withVirtualTime(() -> connection().outputs(Flux.never()))
                .thenAwait(Duration.ofSeconds(5))
                .expectNext(new Output.Close(4408, "Connection initialisation timeout"))
                .verifyComplete();
    }

    private static Flux<String> initAndSilence() {
        return Flux.just("{\"type\":\"connection_init\"}").concatWith(Flux.never());
    }

    @Test
    void renewedTokensDoNotCountAgain() {
        SingleSlotHost host = new SingleSlotHost();
        StepVerifier.withVirtualTime(() -> connection(Duration.ofDays(1), host).outputs(initAnd(SUBSCRIBE)))
                .expectNext(ACK)
                .thenAwait(Duration.ofMinutes(20))
                .then(() -> {
                    assertThat(host.executions).as("reopened with each token").isGreaterThan(3);
                    assertThat(host.operations).isOne();
                    assertThat(host.connections).isOne();
                })
                .thenCancel()
                .verify();
        assertThat(host.operations).isZero();
    }

    @Test
    void operationReleasesItsLeaseHoweverItEnds() {
        SingleSlotHost host = new SingleSlotHost();
        String complete = "{\"type\":\"complete\",\"id\":\"1\"}";
        StepVerifier.withVirtualTime(
                        () -> connection(Duration.ofDays(1), host).outputs(initAnd(SUBSCRIBE, complete, SUBSCRIBE)))
                .expectNext(ACK)
                .then(() -> assertThat(host.executions).isEqualTo(2))
                .then(() -> host.end.tryEmitError(new IllegalStateException("defect")))
                .assertNext(output -> assertThat(output.toString()).contains("INTERNAL_ERROR"))
                .then(() -> assertThat(host.operations).isZero())
                .thenCancel()
                .verify();
    }

    @Test
    void refusesOperationsBeyondTheLimitAndKeepsTheOthers() {
        SingleSlotHost host = new SingleSlotHost();
        StepVerifier.withVirtualTime(() -> connection(Duration.ofDays(1), host)
                        .outputs(initAnd(SUBSCRIBE, SUBSCRIBE.replace("\"1\"", "\"2\""))))
                .expectNext(ACK)
                .assertNext(output -> assertThat(output.toString()).contains("\"2\"", "TOO_MANY_STREAMS"))
                .then(() -> assertThat(host.operations).isOne())
                .thenCancel()
                .verify();
    }

    @Test
    void idCanBeReusedOnceItsOperationIsCompleted() {
        Sinks.Many<String> client = Sinks.many().unicast().onBackpressureBuffer();
        SingleSlotHost host = new SingleSlotHost();
        host.end.tryEmitEmpty();
        StepVerifier.create(connection(Duration.ofDays(1), host)
                        .outputs(client.asFlux())
                        // a client that is faster than the gateway's own cleanup
                        .doOnNext(output -> {
                            if (output.equals(ACK)
                                    || host.executions == 1 && output.toString().contains("complete")) {
                                client.tryEmitNext(SUBSCRIBE);
                            }
                        }))
                .then(() -> client.tryEmitNext("{\"type\":\"connection_init\"}"))
                .expectNext(ACK)
                .expectNext(COMPLETE, COMPLETE)
                .thenCancel()
                .verify(Duration.ofSeconds(10));
        assertThat(host.executions).isEqualTo(2);
    }

    @Test
    void closesConnectionsBeyondTheLimitWithTheReason() {
        SingleSlotHost host = new SingleSlotHost();
        host.connections = 1;
        StepVerifier.withVirtualTime(() -> connection(BEAT, host).outputs(initAndSilence()))
                .expectNext(new Output.Close(4429, "Too many connections"))
                .verifyComplete();
    }

    private static final Output COMPLETE = new Output.Text("{\"id\":\"1\",\"type\":\"complete\"}");

    private static final String SUBSCRIBE =
            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription { a }\"}}";

    private static Flux<String> initAnd(String... messages) {
        return Flux.just("{\"type\":\"connection_init\"}")
                .concatWith(Flux.just(messages))
                .concatWith(Flux.never());
    }

    /** A server with room for one connection and one operation, whose callers renew their tokens every five minutes. */
    private static ConnectionOperations.RunningOperation running(Runnable over) {
        Disposable once = Disposables.composite(over::run);
        return new ConnectionOperations.RunningOperation() {
            @Override
            public void reserve(GraphQLResponse event) {}

            @Override
            public void dispose() {
                once.dispose();
            }
        };
    }

    private static final OperationRecords UNOBSERVED =
            new OperationRecords(List.of(), new AccessLogProperties(false), OperationTracer.OFF, () -> 0);

    private static final class SingleSlotHost implements WebSocketConnection.Host {
        final Sinks.Empty<GraphQLResponse> end = Sinks.empty();
        int connections;
        int operations;
        int executions;

        @Override
        public Mono<CallerIdentity> identify(@Nullable String authorization) {
            return Mono.fromSupplier(
                    () -> new CallerIdentity(Caller.anonymous(), "ada", null, now().plus(Duration.ofMinutes(5)), null));
        }

        @Override
        public void admit(CallerIdentity caller) {
            connections = take(connections);
        }

        @Override
        public ConnectionOperations.RunningOperation begin(CallerIdentity caller, long memory) {
            operations = take(operations);
            return running(() -> operations--);
        }

        @Override
        public long largestMessage() {
            return Long.MAX_VALUE;
        }

        private static int take(int open) {
            if (open > 0) {
                throw new GatewayErrorException(GatewayError.TOO_MANY_STREAMS);
            }
            return open + 1;
        }

        @Override
        public OperationRecord open() {
            return UNOBSERVED.open(OperationRecord.Transport.WEBSOCKET, "GET", new DefaultHttpHeaders());
        }

        @Override
        public Flux<GraphQLResponse> execute(GraphQLRequest operation, CallerIdentity caller, OperationRecord record) {
            executions++;
            return end.asMono().flux();
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Schedulers.parallel().now(TimeUnit.MILLISECONDS));
    }

    private static WebSocketConnection connection() {
        return connection(BEAT, new WebSocketConnection.Host() {
            @Override
            public Mono<CallerIdentity> identify(@Nullable String authorization) {
                return Mono.just(CallerIdentity.anonymous());
            }

            @Override
            public void admit(CallerIdentity caller) {}

            @Override
            public ConnectionOperations.RunningOperation begin(CallerIdentity caller, long memory) {
                return running(() -> {});
            }

            @Override
            public long largestMessage() {
                return Long.MAX_VALUE;
            }

            @Override
            public OperationRecord open() {
                return UNOBSERVED.open(OperationRecord.Transport.WEBSOCKET, "GET", new DefaultHttpHeaders());
            }

            @Override
            public Flux<GraphQLResponse> execute(
                    GraphQLRequest operation, CallerIdentity caller, OperationRecord record) {
                return Flux.never();
            }
        });
    }

    private static WebSocketConnection connection(Duration beat, WebSocketConnection.Host host) {
        return new WebSocketConnection(
                new WebSocketMessage.Codec(new OperationReader(TestDocuments.any())),
                new StreamProperties(beat, Duration.ofSeconds(5), Duration.ofSeconds(60), 10, 10, 10, 10),
                Mono.never(),
                new CallerLifetime(
                        new RevokedSessions(WebSocketConnectionTests::now),
                        WebSocketConnectionTests::now,
                        Schedulers.parallel()),
                host);
    }
}
