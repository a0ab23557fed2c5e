package ft.transcendence.subgraph.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;

class CountedDeadLettersTests {

    private static final ConsumerRecord<String, String> EVENT =
            new ConsumerRecord<>("match-completions", 0, 0, "key", "value");

    private final MeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void countsEventsByTheirTopic() {
        CountedDeadLetters letters = new CountedDeadLetters((_, _, _) -> {}, metrics);

        letters.accept(EVENT, null, new IllegalStateException());
        letters.accept(EVENT, null, new IllegalStateException());

        assertThat(metrics.get("inbox.dead.letters")
                        .tag("topic", "match-completions")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void eventThatCouldNotBeSentIsNoDeadLetterYet() {
        CountedDeadLetters letters = new CountedDeadLetters(
                (_, _, _) -> {
                    throw new KafkaException("no broker");
                },
                metrics);

        assertThatThrownBy(() -> letters.accept(EVENT, null, new IllegalStateException()))
                .isInstanceOf(KafkaException.class);
        assertThat(metrics.getMeters()).isEmpty();
    }
}
