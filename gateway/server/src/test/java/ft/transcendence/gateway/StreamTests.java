package ft.transcendence.gateway;

import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A gateway before a subgraph that tells two events and is done, unless a test wants it otherwise. */
abstract class StreamTests extends GatewayTests {
    static final String ADA = "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"Ada\"}}}\n\n";
    static final String BOB = "event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"Bob\"}}}\n\n";
    static final String DONE = "event: complete\ndata:\n\n";
    static final String SUBSCRIBE =
            "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { renamed { name } }\"}}";

    @BeforeEach
    void answer() {
        SUBGRAPH.answer((call, response) -> FakeSubgraph.events(response, Flux.just(ADA, BOB, DONE)));
    }

    /** Makes the subgraph send one event and stay; what is returned completes when the gateway leaves it. */
    static Mono<Void> streamThatNeverEnds() {
        Sinks.Empty<Void> ended = Sinks.empty();
        SUBGRAPH.answer((call, response) -> {
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
