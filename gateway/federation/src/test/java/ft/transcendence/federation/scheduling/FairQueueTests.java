package ft.transcendence.federation.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources take turns in the queue, within its limits. */
final class FairQueueTests {

    private final FairQueue<String> queue = new FairQueue<>(6, 3);

    private List<String> all() {
        List<String> items = new ArrayList<>();
        for (String item = queue.poll(); item != null; item = queue.poll()) {
            items.add(item);
        }
        return items;
    }

    @Test
    void sourcesTakeTurns() {
        for (String item : List.of("a1", "a2", "a3", "b1", "b2", "c1")) {
            assertThat(queue.offer(item.substring(0, 1), item)).isTrue();
        }
        assertThat(all()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
        assertThat(queue.size()).isZero();
    }

    @Test
    void newSourceIsQueuedBehindThoseWaiting() {
        queue.offer("a", "a1");
        queue.offer("b", "b1");
        assertThat(queue.poll()).isEqualTo("a1");
        queue.offer("a", "a2");
        assertThat(all()).containsExactly("b1", "a2");
    }

    @Test
    void oneSourceHasALimitedShare() {
        assertThat(List.of(queue.offer("a", "1"), queue.offer("a", "2"), queue.offer("a", "3"), queue.offer("a", "4")))
                .containsExactly(true, true, true, false);
        assertThat(queue.offer("b", "1")).isTrue();
    }

    @Test
    void unknownSourcesShareATurnAndCanFillTheQueue() {
        for (int i = 0; i < 6; i++) {
            assertThat(queue.offer(null, "?" + i)).isTrue();
        }
        assertThat(queue.offer(null, "?6")).isFalse();
        assertThat(queue.offer("a", "a")).as("nothing is left for others").isFalse();
        assertThat(queue.size()).isEqualTo(6);
    }

    @Test
    void removedItemsFreeTheirSpace() {
        queue.offer("a", "a1");
        queue.offer("a", "a2");
        queue.offer("a", "a3");
        queue.remove("a", "a2");
        queue.remove("a", "never there");
        queue.remove("nobody", "a1");
        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.offer("a", "a4")).isTrue();
        assertThat(all()).containsExactly("a1", "a3", "a4");
    }

    @Test
    void forgetsASourceWithoutItems() {
        queue.offer("a", "a1");
        queue.remove("a", "a1");
        queue.offer("b", "b1");
        assertThat(all()).containsExactly("b1");
    }
}
