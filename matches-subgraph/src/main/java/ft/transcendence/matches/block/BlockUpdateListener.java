package ft.transcendence.matches.block;

import ft.transcendence.subgraph.inbox.DeadLetters;
import ft.transcendence.subgraph.inbox.EventInbox;
import ft.transcendence.subgraph.inbox.IncomingEvent;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.stereotype.Component;

/** Consumes blocks published by the users subgraph. A tombstone means that the block ended. */
@Component
class BlockUpdateListener {

    static final String TOPIC = "block-updates";

    private static final String UPDATED = "ft.transcendence.block.updated.v1";

    private final EventInbox inbox;
    private final Blocks blocks;

    BlockUpdateListener(EventInbox inbox, Blocks blocks) {
        this.inbox = inbox;
        this.blocks = blocks;
    }

    @KafkaListener(topics = TOPIC)
    void on(ConsumerRecord<String, byte[]> event) {
        inbox.receive(event, this::apply);
    }

    private void apply(IncomingEvent event) {
        Block block = Block.ofKey(event.key());
        if (event.data() == null) {
            blocks.remove(block);
        } else if (event.type().equals(UPDATED)) {
            blocks.add(block);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Topics {

        @Bean
        NewTopic blockUpdateDeadLetters() {
            return TopicBuilder.name(TOPIC + DeadLetters.SUFFIX).build();
        }
    }
}
