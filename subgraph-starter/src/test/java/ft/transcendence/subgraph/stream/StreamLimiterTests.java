package ft.transcendence.subgraph.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.error.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class StreamLimiterTests {

    private final StreamLimiter streams =
            new StreamLimiter(new StreamProperties(2, 3, Duration.ofSeconds(10), Duration.ofSeconds(30)));

    @Test
    void limitsTheStreamsOfACaller() {
        follow("alice");
        follow("alice");

        assertRefused("alice");
        follow("bob");
    }

    @Test
    void limitsTheStreamsOfAllCallers() {
        follow("alice");
        follow("alice");
        follow("bob");

        assertRefused("carol");
        assertThat(streams.count()).isEqualTo(3);
    }

    @Test
    void countsOnlyOpenStreams() {
        for (int number = 0; number < 10; number++) {
            follow("alice").dispose();
            streams.limit("alice", Flux.empty()).blockLast();
            assertThatThrownBy(() -> streams.limit("alice", Flux.error(new IllegalStateException()))
                            .blockLast())
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(streams.count()).isZero();
    }

    private Disposable follow(String caller) {
        return streams.limit(caller, Flux.never()).subscribe();
    }

    private void assertRefused(String caller) {
        int before = streams.count();
        assertThatThrownBy(() -> streams.limit(caller, Flux.never()).blockLast())
                .isInstanceOfSatisfying(ClientException.class, limitExceeded -> assertThat(limitExceeded.code())
                        .isEqualTo(ErrorCode.TOO_MANY_STREAMS));
        assertThat(streams.count()).isEqualTo(before);
    }
}
