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
 * Writes to every partition of {@link ProfileTopic} twice a day. A broker closes an old segment, which it must before it can compact it,
 * only when something is written: in a quiet partition the name of an erased user would stay for ever. What is written are tombstones of
 * ids that are nobody's, of which compaction keeps one each.
 */
@Component
class ProfileTopicCompaction {

    static final List<UUID> NOBODY = IntStream.range(0, ProfileTopic.PARTITIONS)
            .mapToObj(ProfileTopicCompaction::firstIdIn)
            .toList();

    private final ProfileEventPublisher events;

    ProfileTopicCompaction(ProfileEventPublisher events) {
        this.events = events;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT12H")
    @Transactional
    void writeToEveryPartition() {
        NOBODY.forEach(events::publishErasure);
    }

    /** Ids of this form are nobody's: the identity provider makes random ones. */
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
