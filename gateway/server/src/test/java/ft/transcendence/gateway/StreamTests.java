package ft.transcendence.gateway;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A gateway in front of a subgraph that sends two events and completes, unless a test changes that. */
abstract class StreamTests extends GatewayTests {
    static final String ADA = "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"Ada\"}}}\n\n";
    static final String BOB = "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"Bob\"}}}\n\n";
    static final String DONE = "event: complete\ndata:\n\n";
    static final String SUBSCRIBE =
            "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { renamed { name } }\"}}";

    @BeforeEach
    void prepareSubgraph() {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(response, Flux.just(ADA, BOB, DONE)));
    }

    /** Makes the subgraph send one event and keep the stream open. Returns a future that completes when the gateway closes it. */
    static Mono<Void> streamThatNeverEnds() {
        Sinks.Empty<Void> ended = Sinks.empty();
        SUBGRAPH.respondWith((call, response) -> {
            response.withConnection(connection -> connection.onTerminate().subscribe(null, null, ended::tryEmitEmpty));
            return FakeSubgraph.events(response, Flux.just(ADA).concatWith(Flux.never()));
        });
        return ended.asMono();
    }

    static String tokenFor(Duration lifetime) {
        return PROVIDER.token(claims ->
                claims.claim("iat", null).expirationTime(Date.from(Instant.now().plus(lifetime))));
    }
}
