package ft.transcendence.matches.server;

import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchHosting;
import ft.transcendence.matches.match.MatchReader;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What game servers report about themselves, and what operators decide about them. */
@Service
class GameServerRegistry {

    private final GameServerStore servers;
    private final MatchHosting hosting;
    private final MatchReader matches;

    GameServerRegistry(GameServerStore servers, MatchHosting hosting, MatchReader matches) {
        this.servers = servers;
        this.hosting = hosting;
        this.matches = matches;
    }

    /**
     * A heartbeat as it was understood.
     *
     * @param notAssigned the matches it named that the game server does not host, or no longer
     */
    record Heartbeat(GameServer server, List<UUID> notAssigned) {}

    GameServer register(String id, RegisterGameServerInput server) {
        server.requireValid();
        return servers.register(id, server);
    }

    /** Records a sign of life of a game server and of matches. */
    @Transactional
    Heartbeat heartbeat(String id, List<UUID> named) {
        Set<UUID> hosted = named.isEmpty() ? Set.of() : hosting.signal(id, named);
        // last, because assignments lock matches before game servers too
        GameServer server = known(servers.signal(id));
        return new Heartbeat(
                server,
                named.stream()
                        .distinct()
                        .filter(match -> !hosted.contains(match))
                        .toList());
    }

    /** Assigns no more matches to a game server, until it registers again. */
    GameServer leave(String id) {
        return known(servers.leave(id));
    }

    /** Withholds matches from a game server until an operator says otherwise. */
    GameServer withhold(String id, boolean isWithheld) {
        return servers.withhold(id, isWithheld)
                .orElseThrow(() -> notRegistered("No game server with this id is registered.", "serverId"));
    }

    List<GameServer> all() {
        return servers.all();
    }

    List<Match> assignedMatches(String id) {
        return matches.hostedBy(id, RegisterGameServerInput.MAXIMUM_CAPACITY);
    }

    private static GameServer known(Optional<GameServer> caller) {
        return caller.orElseThrow(() -> notRegistered("You are not registered as a game server.", null));
    }

    private static ChangeRejectedException notRegistered(String message, @Nullable String field) {
        return new ChangeRejectedException(ServerErrorCode.SERVER_NOT_REGISTERED, message, field);
    }
}
