package ft.transcendence.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class LiveFeedTests {

    private final LiveFeed<String> feed = new LiveFeed<>();
    private final List<String> received = new ArrayList<>();

    @Test
    void deliversToAllSubscribers() {
        List<String> others = new ArrayList<>();
        feed.updates().subscribe(received::add);
        feed.updates().subscribe(others::add);

        deliver("one", "two");

        assertThat(received).containsExactly("one", "two");
        assertThat(others).containsExactly("one", "two");
    }

    @Test
    void readsNothingWithoutSubscribers() {
        Disposable subscription = feed.updates().subscribe(received::add);
        subscription.dispose();

        feed.deliver(records("one"), _ -> {
            throw new AssertionError("read for nobody");
        });
    }

    @Test
    void continuesAfterAFailure() {
        feed.updates().subscribe(received::add);

        feed.deliver(records("one"), _ -> {
            throw new IllegalStateException("the database is down");
        });
        deliver("two");

        assertThat(received).containsExactly("two");
    }

    private void deliver(String... keys) {
        feed.deliver(
                records(keys),
                records -> records.stream().map(ConsumerRecord::key).toList());
    }

    private static List<ConsumerRecord<String, byte[]>> records(String... keys) {
        return List.of(keys).stream()
                .map(key -> new ConsumerRecord<>("updates", 0, 0, key, new byte[0]))
                .toList();
    }
}
