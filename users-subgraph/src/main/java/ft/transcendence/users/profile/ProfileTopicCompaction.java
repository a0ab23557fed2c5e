package ft.transcendence.users.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends a record to every partition of {@link ProfileTopic} twice a day. The broker closes an old segment only when a
 * record is appended, and compacts only closed segments. In a partition without traffic, the name of an erased user
 * would therefore never be deleted. The records are tombstones of unused ids; compaction keeps one per partition.
 */
@Component
class ProfileTopicCompaction {

    static final List<UUID> UNUSED_IDS = IntStream.range(0, ProfileTopic.PARTITIONS)
            .mapToObj(ProfileTopicCompaction::firstIdIn)
            .toList();

    private final ProfileEventPublisher events;

    ProfileTopicCompaction(ProfileEventPublisher events) {
        this.events = events;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT12H")
    @Transactional
    void writeToEveryPartition() {
        UNUSED_IDS.forEach(events::publishErasure);
    }

    /** Finds an unused id: Keycloak generates random ids, which never have this form. */
    private static UUID firstIdIn(int partition) {
        return LongStream.range(0, Long.MAX_VALUE)
                .mapToObj(number -> new UUID(0, number))
                .filter(id -> partitionOf(id) == partition)
                .findFirst()
                .orElseThrow();
    }

    private static int partitionOf(UUID id) {
        return BuiltInPartitioner.partitionForKey(
                id.toString().getBytes(StandardCharsets.UTF_8), ProfileTopic.PARTITIONS);
    }
}
