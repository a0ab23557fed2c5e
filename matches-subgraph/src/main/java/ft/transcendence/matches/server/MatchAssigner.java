package ft.transcendence.matches.server;

import ft.transcendence.matches.match.MatchHosting;
import ft.transcendence.matches.match.MatchHosting.Waiting;
import ft.transcendence.matches.match.SilenceLimit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves matches between game servers. Several instances can do this concurrently: matches that another one is handling
 * are skipped, and the game servers are locked while their matches are counted.
 */
@Service
class MatchAssigner {

    private static final int BATCH_SIZE = 100;

    private final GameServerStore servers;
    private final MatchHosting hosting;
    private final ServerProperties limits;
    private final SilenceLimit silence;

    MatchAssigner(GameServerStore servers, MatchHosting hosting, ServerProperties limits, SilenceLimit silence) {
        this.servers = servers;
        this.hosting = hosting;
        this.limits = limits;
        this.silence = silence;
    }

    /**
     * Assigns waiting matches, oldest first.
     *
     * @return whether more of them could be assigned at once
     */
    @Transactional
    boolean assignWaiting() {
        List<Waiting> waiting = hosting.lockWaiting(BATCH_SIZE);
        if (waiting.isEmpty()) {
            return false;
        }
        List<GameServer> available = servers.lockAvailable();
        if (available.isEmpty()) {
            return false;
        }
        Map<String, Integer> openMatches =
                hosting.openMatches(available.stream().map(GameServer::id).toList());
        Map<UUID, String> chosen = AssignmentPlan.of(waiting, available, openMatches);
        if (!chosen.isEmpty()) {
            hosting.assign(chosen);
        }
        return chosen.size() == BATCH_SIZE;
    }

    /** Takes matches that have not started from silent game servers. */
    @Transactional
    int releaseStranded(List<GameServer> registered) {
        List<String> silent = registered.stream()
                .filter(server -> !server.isAlive())
                .map(GameServer::id)
                .toList();
        return silent.isEmpty() ? 0 : hosting.release(silent, BATCH_SIZE);
    }

    /** Freezes running matches without a sign of life from their game server. */
    @Transactional
    int freezeSilent(List<GameServer> registered) {
        List<String> ids = registered.stream().map(GameServer::id).toList();
        return ids.isEmpty() ? 0 : hosting.freeze(ids, silence.since(limits.silence()), BATCH_SIZE);
    }

    /** Forgets game servers that were silent for long and have no open matches. */
    @Transactional
    int forgetGone(List<GameServer> registered) {
        Instant forgottenSince = silence.since(limits.forgottenAfter());
        List<String> silent = registered.stream()
                .filter(server -> server.lastSignalAt().isBefore(forgottenSince))
                .map(GameServer::id)
                .toList();
        return silent.isEmpty() ? 0 : servers.forget(hosting.openMatches(silent).keySet());
    }
}
