package ft.transcendence.matches.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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

    /** However changes and the read are interleaved, each object ends with its last version and never steps back. */
    @Property
    void endsWithTheLastVersion(
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> changed,
            @ForAll @IntRange(max = 20) int beforeTheRead,
            @ForAll @IntRange(max = 20) int duringTheRead) {
        Sinks.Many<State> source = Sinks.many().multicast().directBestEffort();
        Map<UUID, Long> stored = new HashMap<>();
        List<Integer> left = new ArrayList<>(changed);
        List<State> emitted = new ArrayList<>();

        store(left, beforeTheRead, stored, source);
        new CurrentFirst<>(State::id, State::version)
                .then(source.asFlux(), () -> {
                    store(left, duringTheRead / 2, stored, source);
                    List<State> read = states(stored);
                    store(left, duringTheRead / 2, stored, source);
                    return read;
                })
                .subscribe(emitted::add);
        store(left, left.size(), stored, source);

        Map<UUID, Long> seen = new HashMap<>();
        emitted.forEach(state -> {
            Long earlier = seen.put(state.id(), state.version());
            assertThat(earlier == null || earlier < state.version()).isTrue();
        });
        assertThat(seen).isEqualTo(stored);
    }

    private static void store(List<Integer> objects, int count, Map<UUID, Long> stored, Sinks.Many<State> source) {
        for (int number = 0; number < count && !objects.isEmpty(); number++) {
            UUID id = new UUID(0, objects.removeFirst());
            source.tryEmitNext(new State(id, stored.merge(id, 0L, (earlier, first) -> earlier + 1)));
        }
    }

    private static List<State> states(Map<UUID, Long> stored) {
        return stored.entrySet().stream()
                .map(entry -> new State(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void subscribe(Supplier<List<State>> current) {
        new CurrentFirst<>(State::id, State::version)
                .then(changes.asFlux().onBackpressureBuffer(), current)
                .subscribe(received::add);
    }
}
