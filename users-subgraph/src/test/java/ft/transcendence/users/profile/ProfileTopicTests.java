package ft.transcendence.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.UsersTest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;

@UsersTest
class ProfileTopicTests {

    @Autowired
    KafkaAdmin admin;

    @Autowired
    ProfileTopicCompaction compaction;

    @Test
    void deletesErasedProfilesWithinTwoDays() throws Exception {
        Config config = config("profile-updates");
        assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
        assertThat(config.get("segment.ms").value()).isEqualTo("86400000");
        assertThat(config.get("max.compaction.lag.ms").value()).isEqualTo("86400000");
    }

    @Test
    void deletesDeadLettersWithinAWeek() throws Exception {
        Config config = config("profile-updates.dlt");
        assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
        assertThat(millis(config, "segment.ms") + millis(config, "retention.ms"))
                .as("a segment goes when its youngest letter is old enough")
                .isEqualTo(Duration.ofDays(7).toMillis());
    }

    private static long millis(Config config, String name) {
        return Long.parseLong(config.get(name).value());
    }

    @Test
    void appendsToEveryPartitionSoThatSegmentsAreClosed() {
        compaction.writeToEveryPartition();
        Set<Integer> partitions = ProfileTopicCompaction.UNUSED_IDS.stream()
                .flatMap(id -> TestTopic.named("profile-updates").ofKey(id.toString(), 1).stream())
                .map(ConsumerRecord::partition)
                .collect(Collectors.toSet());
        assertThat(partitions)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 6).boxed().toList());
    }

    private Config config(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin client = Admin.create(Map.copyOf(admin.getConfigurationProperties()))) {
            return Objects.requireNonNull(
                    client.describeConfigs(Set.of(resource)).all().get().get(resource));
        }
    }
}
