package ft.transcendence.matches.server;

import ft.transcendence.matches.match.MatchHosting.Waiting;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides which game server hosts each waiting match: one of the match's region if any has room, and of those the one
 * with the smallest share of its capacity in use. Equal ones are chosen by a hash, so that matches spread evenly.
 */
final class AssignmentPlan {

    private final List<GameServer> servers;
    private final Map<String, Integer> openMatches;

    /** @param openMatches the number of open matches of each game server; none if absent */
    private AssignmentPlan(List<GameServer> servers, Map<String, Integer> openMatches) {
        this.servers = List.copyOf(servers);
        this.openMatches = new HashMap<>(openMatches);
    }

    /** The game servers for these matches, in the order of the matches. A match for which there is no room is absent. */
    static Map<UUID, String> of(List<Waiting> matches, List<GameServer> servers, Map<String, Integer> openMatches) {
        AssignmentPlan plan = new AssignmentPlan(servers, openMatches);
        Map<UUID, String> chosen = new LinkedHashMap<>();
        matches.forEach(
                match -> plan.choose(match).ifPresent(server -> chosen.put(match.matchId(), plan.occupy(server))));
        return chosen;
    }

    private Optional<GameServer> choose(Waiting match) {
        return servers.stream()
                .filter(server -> open(server) < server.capacity())
                .min(Comparator.<GameServer, Boolean>comparing(
                                server -> !server.region().equals(match.region()))
                        .thenComparing(this::share)
                        .thenComparing(server -> hash(match.matchId(), server.id()))
                        .thenComparing(GameServer::id));
    }

    /** The finalizer of MurmurHash3: without it, the order of the servers would be the same for all matches. */
    private static int hash(UUID match, String server) {
        int hash = Objects.hash(match, server);
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    private String occupy(GameServer server) {
        openMatches.merge(server.id(), 1, Integer::sum);
        return server.id();
    }

    private double share(GameServer server) {
        return (double) open(server) / server.capacity();
    }

    private int open(GameServer server) {
        return openMatches.getOrDefault(server.id(), 0);
    }
}
