package ft.transcendence.users.friendship;

import ft.transcendence.subgraph.outbox.EventOutbox;
import ft.transcendence.subgraph.outbox.OutgoingEvent;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes blocks, and tombstones when they end, in the transaction of the change. Both users are locked in it. */
@Component
class BlockEventPublisher {

    private static final URI SOURCE = URI.create("/users");

    private final EventOutbox outbox;
    private final Clock clock;

    BlockEventPublisher(EventOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void on(FriendshipChanged event) {
        BlockUpdated block = new BlockUpdated(event.user(), event.other());
        switch (event.change()) {
            case BLOCKED -> publish(block);
            case UNBLOCKED -> publishEnd(block);
            case REQUESTED, BEFRIENDED, ENDED -> {}
        }
    }

    void publish(BlockUpdated block) {
        schedule(block, block);
    }

    void publishEnd(BlockUpdated block) {
        schedule(block, null);
    }

    private void schedule(BlockUpdated block, @Nullable BlockUpdated data) {
        outbox.schedule(new OutgoingEvent(
                BlockUpdated.TOPIC, block.key(), UUID.randomUUID(), BlockUpdated.TYPE, SOURCE, clock.instant(), data));
    }
}
