package ft.transcendence.matches.challenge;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsSubscription;
import ft.transcendence.subgraph.live.LiveStreams;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.List;
import java.util.UUID;
import org.reactivestreams.Publisher;

/** The subscription to the caller's challenges. */
@DgsComponent
class ChallengeSubscriptions {

    private final ChallengeFeed feed;
    private final ChallengeReader challenges;
    private final LiveStreams streams;

    ChallengeSubscriptions(ChallengeFeed feed, ChallengeReader challenges, LiveStreams streams) {
        this.feed = feed;
        this.challenges = challenges;
        this.streams = streams;
    }

    @DgsSubscription
    @RequirePlayer
    Publisher<List<Challenge>> myChallenges() {
        UUID player = Caller.required().id();
        ChallengeStream stream = challenges.stream(player);
        return streams.readings(player, feed.changesOf(player)).concatMapIterable(_ -> stream.next(), 1);
    }
}
