package ft.transcendence.users.presence;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsSubscription;
import ft.transcendence.subgraph.live.LiveStreams;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The subscription to the presence of the caller's friends. */
@DgsComponent
class PresenceSubscriptions {

    /** How often each stream reads without an occasion: nobody tells that a friend is no longer seen. */
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(15);

    private final PresenceFeed feed;
    private final Presences presences;
    private final LiveStreams streams;

    PresenceSubscriptions(PresenceFeed feed, Presences presences, LiveStreams streams) {
        this.feed = feed;
        this.presences = presences;
        this.streams = streams;
    }

    @DgsSubscription
    @RequirePlayer
    Publisher<List<FriendPresence>> friendsPresence() {
        UUID user = Caller.required().id();
        FriendPresenceStream stream = new FriendPresenceStream(user, () -> presences.ofFriends(user));
        return streams.readings(user, feed.changes().filter(stream::concerns), Flux.interval(BETWEEN_READINGS))
                .concatMapIterable(_ -> stream.next(), 1);
    }
}
