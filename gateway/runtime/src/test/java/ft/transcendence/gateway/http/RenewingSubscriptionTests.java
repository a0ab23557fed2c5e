package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.Caller;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.error.GatewayErrorException;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.identity.RevokedSessions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

class RenewingSubscriptionTests {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<Sinks.Many<GraphQLResponse>> streams = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Sinks.Many<CallerIdentity> callers = Sinks.many().unicast().onBackpressureBuffer();
    private String end = "";

    @BeforeEach
    void open() {
        InstantSource clock = () -> Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
        CallerLifetime lifetime = new CallerLifetime(new RevokedSessions(clock), clock, time);
        new RenewingSubscription(
                        lifetime,
                        caller -> {
                            Sinks.Many<GraphQLResponse> stream =
                                    Sinks.many().multicast().directBestEffort();
                            streams.add(stream);
                            return stream.asFlux();
                        },
                        time)
                .responses(callers.asFlux())
                .subscribe(
                        response -> heard.add(response.bodyAsString()),
                        failure -> end = failure instanceof GatewayErrorException known
                                ? known.error().name()
                                : failure.toString(),
                        () -> end = "complete");
        callers.tryEmitNext(caller(300));
    }

    @AfterEach
    void stopTime() {
        time.dispose();
    }

    @Test
    void opensTheNewStreamBeforeItClosesTheOldOne() {
        emit(0, "a");
        callers.tryEmitNext(caller(600));
        emit(0, "b");
        assertThat(streams.getFirst().currentSubscriberCount()).isEqualTo(1);

        time.advanceTimeBy(Duration.ofSeconds(5));

        assertThat(streams.getFirst().currentSubscriberCount()).isZero();
        emit(1, "c");
        assertThat(heard).containsExactly("a", "b", "c");
    }

    @Test
    void emitsAnEventOfBothStreamsOnce() {
        emit(0, "a");
        callers.tryEmitNext(caller(600));
        emit(1, "b");
        emit(0, "b");
        emit(0, "c");
        emit(1, "c");
        emit(0, "b");
        emit(1, "b");

        assertThat(heard).containsExactly("a", "b", "c", "b");
    }

    @Test
    void dropsAFirstEventThatRepeatsTheLastOne() {
        emit(0, "a");
        emit(0, "b");
        callers.tryEmitNext(caller(600));
        emit(1, "b");
        emit(1, "a");

        assertThat(heard).containsExactly("a", "b", "a");
    }

    @Test
    void emitsAllEqualEventsOfOneStream() {
        emit(0, "a");
        emit(0, "a");
        callers.tryEmitNext(caller(600));
        time.advanceTimeBy(Duration.ofSeconds(5));
        emit(1, "a");
        emit(1, "a");

        assertThat(heard).containsExactly("a", "a", "a", "a");
    }

    @Test
    void oldStreamMayEndByItself() {
        callers.tryEmitNext(caller(600));
        streams.getFirst().tryEmitComplete();
        emit(1, "a");

        assertThat(heard).containsExactly("a");
        assertThat(end).isEmpty();
    }

    @Test
    void completesWithItsNewestStream() {
        callers.tryEmitNext(caller(600));
        streams.getLast().tryEmitComplete();

        assertThat(end).isEqualTo("complete");
        assertThat(streams.getFirst().currentSubscriberCount()).isZero();
    }

    @Test
    void streamEndedByASubgraphAtTokenExpiryReportsTheReason() {
        time.advanceTimeBy(Duration.ofSeconds(299));

        streams.getFirst().tryEmitComplete();

        assertThat(end).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void endOfTheCallersIdentityEndsEverything() {
        callers.tryEmitError(new GatewayErrorException(GatewayError.UNAUTHENTICATED));

        assertThat(end).isEqualTo("UNAUTHENTICATED");
        assertThat(streams.getFirst().currentSubscriberCount()).isZero();
    }

    private void emit(int stream, String event) {
        byte[] body = event.getBytes(StandardCharsets.UTF_8);
        streams.get(stream)
                .tryEmitNext(new GraphQLResponse(GraphQLResponse.Kind.EXECUTED, body, body.length))
                .orThrow();
    }

    private static CallerIdentity caller(long expiresAt) {
        return new CallerIdentity(
                Caller.authenticated(Set.of()),
                "ada",
                "Bearer ada",
                Instant.ofEpochSecond(expiresAt),
                new CallerIdentity.Login("session", Instant.EPOCH));
    }
}
