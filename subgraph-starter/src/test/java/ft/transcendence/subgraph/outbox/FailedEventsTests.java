package ft.transcendence.subgraph.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.sample.SampleSubgraph;
import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestEnvironment;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.subgraph.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SubgraphTest
@ContextConfiguration(classes = SampleSubgraph.class, initializers = TestEnvironment.class)
class FailedEventsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String TOPIC = "given-up-events";

    @Autowired
    private EventOutbox outbox;

    @Autowired
    private OutboxEndpoint endpoint;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private Tracing tracing;

    private final TestTopic topic = TestTopic.named(TOPIC);
    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM outbox_record").update();
    }

    /** More than a batch of the library's worker. The endpoint lists a hundred. */
    @Test
    void unreadableRecordsFailWithoutBlockingOtherKeys() {
        jdbc.sql("""
                        INSERT INTO outbox_record
                        SELECT :run || number, 'NEW', :run || number, 'gone.Class', '{}', NULL, now(), NULL, 0, NULL, now(), number % 256, 'handler'
                        FROM generate_series(1, 110) number
                        """).param("run", key).update();

        schedule(TOPIC, key);

        topic.ofKey(key, 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(failed()).isEqualTo(110));
        assertThat(endpoint.list()).hasSize(100).allSatisfy(event -> {
            assertThat(event.failures()).isEqualTo(5);
            assertThat(event.reason()).contains("gone.Class");
        });
    }

    @Test
    void corruptPayloadFailsAfterEarlierEventsWereSentAndBlocksLaterOnes() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            schedule(TOPIC, key);
            schedule(TOPIC, key);
            schedule(TOPIC, key);
            jdbc.sql("""
                            UPDATE outbox_record SET payload = '{broken'
                            WHERE id = (SELECT id FROM outbox_record WHERE record_key = :key ORDER BY created_at OFFSET 1 LIMIT 1)
                            """).param("key", TOPIC + "/" + key).update();
        });

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(failed()).isEqualTo(1));
        assertThat(topic.ofKey(key, 1)).hasSize(1);

        assertThat(endpoint.discard(endpoint.list().getFirst().id())).isEqualTo(Map.of("discarded", 1));
        assertThat(topic.ofKey(key, 2)).hasSize(2);
    }

    @Test
    void invalidEventFailsAtOnceAndIsSentOnceItIsCorrected() {
        schedule("no topic has such a name!", key);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(failed()).isEqualTo(1));
        assertThat(endpoint.list().getFirst().failures()).isEqualTo(1);

        jdbc.sql("UPDATE outbox_record SET payload = replace(payload, 'no topic has such a name!', :topic)")
                .param("topic", TOPIC)
                .update();
        assertThat(endpoint.retry()).isEqualTo(Map.of("retried", 1));

        topic.ofKey(key, 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(failed()).isZero());
    }

    @Test
    void eventCarriesTheTraceOfItsRequestToItsConsumers() {
        String trace = "0123456789abcdef0123456789abcdef";
        tracing.process("requests", "00-" + trace + "-0123456789abcdef-00", () -> schedule(TOPIC, key));

        assertThat(topic.ofKey(key, 1)).singleElement().satisfies(record -> assertThat(
                        new String(record.headers().lastHeader("ce_traceparent").value(), StandardCharsets.US_ASCII))
                .matches("00-" + trace + "-(?!0123456789abcdef)[0-9a-f]{16}-0[02]"));
    }

    private double failed() {
        return metrics.get("outbox.failed").gauge().value();
    }

    private void schedule(String topic, String key) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> outbox.schedule(new OutgoingEvent(
                        topic,
                        key,
                        UUID.randomUUID(),
                        "test.v1",
                        URI.create("/test"),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Map.of("value", 1))));
    }
}
