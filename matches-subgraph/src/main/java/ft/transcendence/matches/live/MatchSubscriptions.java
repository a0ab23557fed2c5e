package ft.transcendence.matches.live;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsSubscription;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchReader;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.live.LiveStreams;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequireGameServer;
import ft.transcendence.subgraph.security.RequireLogin;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.List;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;

/** Subscriptions to matches. */
@DgsComponent
class MatchSubscriptions {

    /** How many updates are buffered for a slow client. After that the oldest are dropped. */
    private static final int WAITING_MATCHES = 64;

    /** The same for the list of all matches being played. */
    private static final int WAITING_LIST = 1024;

    /** The largest capacity of a game server. */
    private static final int MAXIMUM_ASSIGNED = 500;

    private static final CurrentFirst<Match> STREAMS = new CurrentFirst<>(Match::id, Match::revision);

    private final MatchFeed feed;
    private final LiveMatchList list;
    private final MatchReader matches;
    private final LiveStreams streams;

    MatchSubscriptions(MatchFeed feed, LiveMatchList list, MatchReader matches, LiveStreams streams) {
        this.feed = feed;
        this.list = list;
        this.matches = matches;
        this.streams = streams;
    }

    @DgsSubscription
    @RequireLogin
    Publisher<Match> matchUpdated(@InputArgument("matchId") String id) {
        UUID matchId = EntityId.of(id)
                .filter(known -> matches.find(known).isPresent())
                .orElseThrow(() -> ClientException.notFound("There is no match " + id + "."));
        Flux<Match> updates =
                feed.matches().filter(match -> match.id().equals(matchId)).onBackpressureLatest();
        return streams.untilTokenExpires(STREAMS.then(
                        updates, () -> List.of(matches.find(matchId).orElseThrow())))
                .takeUntil(match -> !match.status().isOpen());
    }

    @DgsSubscription
    @RequirePlayer
    Publisher<Match> myMatches() {
        UUID player = Caller.required().id();
        Flux<Match> changes = feed.matches()
                .filter(match -> match.player(player).isPresent())
                .onBackpressureBuffer(WAITING_MATCHES, BufferOverflowStrategy.DROP_OLDEST);
        return streams.untilTokenExpires(STREAMS.then(changes, () -> matches.openOf(player)));
    }

    @DgsSubscription
    @RequireGameServer
    Publisher<Match> assignedMatches() {
        String server = Caller.required().authorizedParty();
        Flux<Match> changes = feed.matches()
                .filter(match -> match.serverId().filter(server::equals).isPresent())
                .onBackpressureBuffer(MAXIMUM_ASSIGNED, BufferOverflowStrategy.DROP_OLDEST);
        return streams.untilTokenExpires(STREAMS.then(changes, () -> matches.hostedBy(server, MAXIMUM_ASSIGNED)));
    }

    @DgsSubscription
    @RequireLogin
    Publisher<Match> liveMatchesUpdated() {
        Flux<Match> changes = list.changes().onBackpressureBuffer(WAITING_LIST, BufferOverflowStrategy.DROP_OLDEST);
        return streams.untilTokenExpires(STREAMS.then(changes, list::current));
    }
}
