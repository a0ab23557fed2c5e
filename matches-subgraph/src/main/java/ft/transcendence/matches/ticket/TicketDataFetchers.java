package ft.transcendence.matches.ticket;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.player.PlayerNameLoader;
import ft.transcendence.matches.server.ServerAddressLoader;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The caller's own ticket for a match. There is no way to ask for another's. */
@DgsComponent
class TicketDataFetchers {

    private final TicketOffice tickets;

    TicketDataFetchers(TicketOffice tickets) {
        this.tickets = tickets;
    }

    @DgsData(parentType = "Match")
    @RequirePlayer
    CompletableFuture<@Nullable MatchTicket> ticket(DgsDataFetchingEnvironment environment) {
        Match match = environment.getSourceOrThrow();
        Optional<String> server = match.serverId().filter(_ -> match.status().isOpen());
        if (server.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Caller caller = Caller.required();
        return ServerAddressLoader.find(server.get(), environment)
                .thenCombine(
                        PlayerNameLoader.find(caller.id(), environment),
                        (url, name) -> url == null ? null : tickets.issue(match, url, caller.id(), name));
    }
}
