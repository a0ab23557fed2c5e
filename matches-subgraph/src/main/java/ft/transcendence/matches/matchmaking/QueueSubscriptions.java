package ft.transcendence.matches.matchmaking;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsSubscription;
import ft.transcendence.subgraph.live.LiveStreams;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The subscription to the caller's place in the queue. */
@DgsComponent
class QueueSubscriptions {

    private final QueueFeed feed;
    private final QueueReader queue;
    private final QueuePresence presence;
    private final LiveStreams streams;

    QueueSubscriptions(QueueFeed feed, QueueReader queue, QueuePresence presence, LiveStreams streams) {
        this.feed = feed;
        this.queue = queue;
        this.presence = presence;
        this.streams = streams;
    }

    @DgsSubscription
    @RequirePlayer
    Publisher<QueueTicket> myQueueTicket() {
        UUID player = Caller.required().id();
        return presence.during(player, streams.readings(player, feed.changesOf(player)))
                .concatMap(_ -> Mono.justOrEmpty(queue.ticketOf(player)), 1)
                .distinctUntilChanged();
    }
}
