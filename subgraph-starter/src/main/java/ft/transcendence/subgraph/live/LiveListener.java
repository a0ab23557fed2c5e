package ft.transcendence.subgraph.live;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Marks the method that receives the updates of a {@link LiveTopic} in batches. Every instance has its own consumer
 * group, so that it receives all updates. Updates from before its start are skipped.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@KafkaListener(
        groupId = "${spring.application.name}-live-${random.uuid}",
        batch = "true",
        ackMode = "BATCH",
        properties = {"auto.offset.reset=latest", "max.poll.records=500"})
public @interface LiveListener {

    /** The name of the topic. */
    @AliasFor(annotation = KafkaListener.class, attribute = "topics")
    String[] topics();
}
