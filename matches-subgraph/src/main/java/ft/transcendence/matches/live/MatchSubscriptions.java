package ft.transcendence.matches.live;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsSubscription;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchReader;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequireGameServer;
import ft.transcendence.subgraph.security.RequireLogin;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Subscriptions to matches. */
@DgsComponent
class MatchSubscriptions {

    /** How many updates are buffered for a slow client. After that the oldest are dropped. */
    private static final int WAITING_MATCHES = 64;

    /** The largest capacity of a game server. */
    private static final int MAXIMUM_ASSIGNED = 500;

    /** Fetching the selected fields can take time, which must not delay other streams. */
    private static final Scheduler FETCHERS =
            Schedulers.fromExecutor(command -> Thread.ofVirtual().name("live").start(command));

    private final LiveFeed feed;
    private final MatchReader matches;
    private final Clock clock;

    MatchSubscriptions(LiveFeed feed, MatchReader matches, Clock clock) {
        this.feed = feed;
        this.matches = matches;
        this.clock = clock;
    }

    @DgsSubscription
    @RequireLogin
    Publisher<Match> matchUpdated(@InputArgument("matchId") String id) {
        UUID matchId = EntityId.of(id)
                .filter(known -> find(known).isPresent())
                .orElseThrow(() -> ClientException.notFound("There is no match " + id + "."));
        Flux<Match> updates =
                feed.matches().filter(match -> match.id().equals(matchId)).onBackpressureLatest();
        // subscribe before reading, so that no change is missed in between
        Flux<Match> currentAndLater =
                Flux.merge(updates, Mono.fromCallable(() -> find(matchId).orElseThrow()));
        return untilTokenExpires(currentAndLater)
                .takeUntil(match -> !match.status().isOpen());
    }

    @DgsSubscription
    @RequirePlayer
    Publisher<Match> myMatches() {
        UUID player = Caller.required().id();
        return untilTokenExpires(feed.matches()
                .filter(match -> match.player(player).isPresent())
                .onBackpressureBuffer(WAITING_MATCHES, BufferOverflowStrategy.DROP_OLDEST));
    }

    @DgsSubscription
    @RequireGameServer
    Publisher<Match> assignedMatches() {
        String server = Caller.required().authorizedParty();
        Flux<Match> changes = feed.matches()
                .filter(match -> match.serverId().filter(server::equals).isPresent())
                .onBackpressureBuffer(MAXIMUM_ASSIGNED, BufferOverflowStrategy.DROP_OLDEST);
        return untilTokenExpires(new CurrentFirst<>(Match::id, Match::version)
                .then(changes, () -> matches.hostedBy(server, MAXIMUM_ASSIGNED)));
    }

    private Optional<Match> find(UUID matchId) {
        return Optional.ofNullable(matches.byId(Set.of(matchId)).get(matchId));
    }

    /** Ends the stream when the access token expires, and switches from the feed's thread to another. */
    private Flux<Match> untilTokenExpires(Flux<Match> updates) {
        Instant expiry = Objects.requireNonNull(Caller.required().token().getExpiresAt());
        Duration left = Duration.between(clock.instant(), expiry);
        // a token is accepted for a moment after its expiry, and Reactor fails for durations below zero
        return left.isPositive() ? updates.take(left).publishOn(FETCHERS, 1) : Flux.empty();
    }
}
