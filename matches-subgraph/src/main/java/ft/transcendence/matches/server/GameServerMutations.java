package ft.transcendence.matches.server;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.matches.server.GameServerRegistry.Heartbeat;
import ft.transcendence.subgraph.mutation.Payloads;
import ft.transcendence.subgraph.mutation.UserError;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequireAdmin;
import ft.transcendence.subgraph.security.RequireGameServer;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Mutations of game servers about themselves, and of operators. */
@DgsComponent
class GameServerMutations {

    private final GameServerRegistry servers;

    GameServerMutations(GameServerRegistry servers) {
        this.servers = servers;
    }

    record GameServerPayload(@Nullable GameServer server, List<UserError> errors) {}

    record HeartbeatPayload(@Nullable GameServer server, List<UUID> notAssigned, List<UserError> errors) {

        static HeartbeatPayload of(@Nullable Heartbeat heartbeat, List<UserError> errors) {
            return heartbeat == null
                    ? new HeartbeatPayload(null, List.of(), errors)
                    : new HeartbeatPayload(heartbeat.server(), heartbeat.notAssigned(), errors);
        }
    }

    @DgsMutation
    @RequireGameServer
    GameServerPayload registerGameServer(@InputArgument RegisterGameServerInput input) {
        return payload(() -> servers.register(caller(), input));
    }

    @DgsMutation
    @RequireGameServer
    HeartbeatPayload heartbeat(@InputArgument List<UUID> matches) {
        return Payloads.of(() -> servers.heartbeat(caller(), matches), HeartbeatPayload::of);
    }

    @DgsMutation
    @RequireGameServer
    GameServerPayload drainGameServer() {
        return payload(() -> servers.leave(caller()));
    }

    @DgsMutation
    @RequireAdmin
    GameServerPayload setGameServerDraining(@InputArgument String serverId, @InputArgument boolean draining) {
        return payload(() -> servers.withhold(serverId, draining));
    }

    private static GameServerPayload payload(Supplier<GameServer> change) {
        return Payloads.of(change, GameServerPayload::new);
    }

    /** A game server is known by its client at the identity provider. */
    private static String caller() {
        return Caller.required().authorizedParty();
    }
}
