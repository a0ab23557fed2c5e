package ft.transcendence.matches.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

class CurrentFirstTests {

    private static final UUID ID = UUID.randomUUID();

    private final Sinks.Many<State> changes = Sinks.many().multicast().directBestEffort();
    private final List<State> received = new ArrayList<>();

    private record State(UUID id, long version) {}

    @Test
    void missesNoChangeWhileItReadsAndSendsNoOlderState() {
        subscribe(() -> {
            changes.tryEmitNext(new State(ID, 4));
            return List.of(new State(ID, 3));
        });

        assertThat(received).containsExactly(new State(ID, 4));
    }

    @Test
    void sendsEachStateOnce() {
        UUID other = UUID.randomUUID();
        subscribe(() -> List.of(new State(ID, 3), new State(other, 0)));

        changes.tryEmitNext(new State(ID, 3));
        changes.tryEmitNext(new State(ID, 4));
        changes.tryEmitNext(new State(other, 0));

        assertThat(received).containsExactly(new State(ID, 3), new State(other, 0), new State(ID, 4));
    }

    @Test
    void remembersABoundedNumber() {
        subscribe(List::of);
        for (int number = 0; number < 1001; number++) {
            changes.tryEmitNext(new State(new UUID(0, number), 1));
        }

        changes.tryEmitNext(new State(new UUID(0, 0), 1));
        changes.tryEmitNext(new State(new UUID(0, 1000), 1));

        assertThat(received).hasSize(1002);
    }

    private void subscribe(Supplier<List<State>> current) {
        new CurrentFirst<>(State::id, State::version)
                .then(changes.asFlux().onBackpressureBuffer(), current)
                .subscribe(received::add);
    }
}
