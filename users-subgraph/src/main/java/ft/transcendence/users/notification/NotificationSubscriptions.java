package ft.transcendence.users.notification;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsSubscription;
import ft.transcendence.subgraph.live.LiveStreams;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.UUID;
import org.reactivestreams.Publisher;

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
        return streams.readings(user, feed.changesOf(user)).concatMapIterable(_ -> stream.next(), 1);
    }
}
