package ft.transcendence.matches.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.subgraph.inbox.UnreadableEventException;
import ft.transcendence.subgraph.testing.TestTopic;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read model of blocks. */
@MatchesTest
class BlockUpdateListenerTests {

    private static final String UPDATED = "ft.transcendence.block.updated.v1";

    private final TestTopic topic = TestTopic.named("block-updates");
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Autowired
    private Blocks blocks;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void appliesInEitherDirectionUntilItEnds() {
        String event = UUID.randomUUID().toString();
        block(ada, bob, event);
        block(ada, bob, event);
        block(bob, ada, UUID.randomUUID().toString());
        awaitBlocks(2);
        assertThat(blocks.isBetween(ada, bob)).isTrue();
        assertThat(blocks.isBetween(bob, ada)).isTrue();
        assertThat(blocks.isBetween(ada, UUID.randomUUID())).isFalse();

        unblock(ada, bob);
        awaitBlocks(1);
        assertThat(blocks.isBetween(ada, bob)).as("the other one still blocks").isTrue();
        unblock(bob, ada);
        awaitBlocks(0);
        assertThat(blocks.isBetween(ada, bob)).isFalse();
    }

    @Test
    void forgetsTheBlocksOfErasedPlayers() {
        block(ada, bob, UUID.randomUUID().toString());
        block(bob, ada, UUID.randomUUID().toString());
        awaitBlocks(2);
        TestTopic.named("profile-updates")
                .sendRecord(KafkaMessageFactory.createWriter("profile-updates", ada.toString())
                        .writeBinary(tombstone("ft.transcendence.profile.updated.v1")));

        awaitBlocks(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada/bob", "00000000-0000-4000-8000-000000000001"})
    void rejectsKeysThatNameNoTwoPlayers(String key) {
        assertThatThrownBy(() -> Block.ofKey(key)).isInstanceOf(UnreadableEventException.class);
    }

    private void block(UUID blocker, UUID blocked, String event) {
        topic.send(
                blocker + "/" + blocked,
                event,
                UPDATED,
                "{\"blocker\":\"%s\",\"blocked\":\"%s\"}".formatted(blocker, blocked));
    }

    private void unblock(UUID blocker, UUID blocked) {
        topic.sendRecord(KafkaMessageFactory.createWriter("block-updates", blocker + "/" + blocked)
                .writeBinary(tombstone(UPDATED)));
    }

    private static CloudEvent tombstone(String type) {
        return CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withType(type)
                .withSource(URI.create("/users"))
                .build();
    }

    private void awaitBlocks(int number) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM player_block WHERE :player IN (blocker, blocked)")
                                .param("player", ada)
                                .query(Integer.class)
                                .single()
                        == number);
    }
}
