package ft.transcendence.matches.server;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import ft.transcendence.matches.match.Match;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequireAdmin;
import ft.transcendence.subgraph.security.RequireGameServer;
import ft.transcendence.subgraph.security.RequireModerator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Data fetchers for game servers and their operators. */
@DgsComponent
class GameServerDataFetchers {

    private final GameServerRegistry servers;

    GameServerDataFetchers(GameServerRegistry servers) {
        this.servers = servers;
    }

    @DgsQuery
    @RequireAdmin
    List<GameServer> gameServers() {
        return servers.all();
    }

    @DgsQuery
    @RequireGameServer
    List<Match> assignedMatches() {
        return servers.assignedMatches(Caller.required().authorizedParty());
    }

    /** Anybody who reaches a game server may see it, as the fields above decide. */
    @DgsData(parentType = "GameServer")
    @AllowAnonymous
    CompletableFuture<Integer> openMatches(DgsDataFetchingEnvironment environment) {
        return OpenMatchesLoader.count(environment.<GameServer>getSourceOrThrow(), environment);
    }

    @DgsData(parentType = "Match")
    @RequireModerator
    @Nullable String serverId(DgsDataFetchingEnvironment environment) {
        return environment.<Match>getSourceOrThrow().serverId().orElse(null);
    }
}
