package ft.transcendence.users.notification;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsSubscription;
import ft.transcendence.subgraph.live.LiveStreams;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The subscription to the caller's notifications. */
@DgsComponent
class NotificationSubscriptions {

    private final NotificationFeed feed;
    private final StoredNotifications stored;
    private final LiveStreams streams;

    NotificationSubscriptions(NotificationFeed feed, StoredNotifications stored, LiveStreams streams) {
        this.feed = feed;
        this.stored = stored;
        this.streams = streams;
    }

    @DgsSubscription
    @RequirePlayer
    Publisher<NotificationUpdate> myNotifications() {
        UUID user = Caller.required().id();
        NotificationStream stream = new NotificationStream(stored, user);
        // subscribe before reading, so that no change is missed in between
        Flux<UUID> occasions = Flux.merge(1, feed.changesOf(user).onBackpressureLatest(), Mono.just(user));
        return streams.untilTokenExpires(occasions).concatMapIterable(_ -> stream.next(), 1);
    }
}
