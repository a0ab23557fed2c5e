package ft.transcendence.matches.tournament;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsSubscription;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.input.EntityId;
import ft.transcendence.subgraph.live.LiveStreams;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequireLogin;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The subscription to a tournament. */
@DgsComponent
class TournamentSubscriptions {

    private final TournamentFeed feed;
    private final TournamentReader tournaments;
    private final LiveStreams streams;

    TournamentSubscriptions(TournamentFeed feed, TournamentReader tournaments, LiveStreams streams) {
        this.feed = feed;
        this.tournaments = tournaments;
        this.streams = streams;
    }

    /** Each occasion reads the tournament; one that was read before in the same version is not sent again. */
    @DgsSubscription
    @RequireLogin
    Publisher<Tournament> tournamentUpdated(@InputArgument("tournamentId") String id) {
        UUID tournament = EntityId.of(id)
                .filter(known -> tournaments.find(known).isPresent())
                .orElseThrow(() -> ClientException.notFound("There is no tournament " + id + "."));
        return streams.readings(Caller.required().id(), feed.changesOf(tournament))
                .concatMap(_ -> Mono.justOrEmpty(tournaments.find(tournament)), 1)
                .distinctUntilChanged(Tournament::version)
                .takeUntil(read -> read.status().hasEnded());
    }
}
