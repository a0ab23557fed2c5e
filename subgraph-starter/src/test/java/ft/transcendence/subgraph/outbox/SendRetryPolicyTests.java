package ft.transcendence.subgraph.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;

class SendRetryPolicyTests {

    private final SendRetryPolicy retryPolicy = new SendRetryPolicy();

    @Test
    void retriesWithoutLimitWhileTheBrokerIsDown() {
        assertThat(retryPolicy.shouldRetry(new KafkaException("away", new TimeoutException("no answer"))))
                .isTrue();
        assertThat(retryPolicy.maxRetries()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void doesNotRetryInvalidEvents() {
        assertThat(retryPolicy.shouldRetry(new KafkaException("name", new InvalidTopicException("a b"))))
                .isFalse();
        assertThat(retryPolicy.shouldRetry(
                        new KafkaException("size", new ExecutionException(new RecordTooLargeException("9 MB")))))
                .isFalse();
    }

    @Test
    void backsOffExponentiallyUpToFiveSeconds() {
        assertThat(retryPolicy.nextDelay(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(retryPolicy.nextDelay(2)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retryPolicy.nextDelay(4)).isEqualTo(Duration.ofSeconds(4));
        assertThat(retryPolicy.nextDelay(5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(retryPolicy.nextDelay(1_000_000)).isEqualTo(Duration.ofSeconds(5));
    }
}
