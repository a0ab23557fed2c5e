package ft.transcendence.subgraph.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;

/**
 * Counts events that became dead letters, by their topic: {@code inbox.dead.letters}. Somebody has to look at each of
 * them: alert on it.
 */
class CountedDeadLetters implements ConsumerAwareRecordRecoverer {

    private final ConsumerAwareRecordRecoverer recoverer;
    private final MeterRegistry metrics;

    CountedDeadLetters(ConsumerAwareRecordRecoverer recoverer, MeterRegistry metrics) {
        this.recoverer = recoverer;
        this.metrics = metrics;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, @Nullable Exception failure) {
        recoverer.accept(record, consumer, failure);
        Counter.builder("inbox.dead.letters")
                .description("Events that could not be processed, and were sent to the dead letters")
                .tag("topic", record.topic())
                .register(metrics)
                .increment();
    }
}
