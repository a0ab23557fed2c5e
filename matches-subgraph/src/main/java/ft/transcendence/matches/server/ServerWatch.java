package ft.transcendence.matches.server;

import ft.transcendence.matches.match.MatchWaiting;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Watches game servers, and brings matches to those that are alive. A new match is assigned at once; whatever changes
 * without an event, such as silence or free capacity, is found by a regular check.
 */
@Component
class ServerWatch {

    private static final Logger log = LoggerFactory.getLogger(ServerWatch.class);

    private final GameServerStore servers;
    private final MatchAssigner assigner;

    /** How many assignments were asked for since one began. */
    private final AtomicInteger requests = new AtomicInteger();

    ServerWatch(GameServerStore servers, MatchAssigner assigner) {
        this.servers = servers;
        this.assigner = assigner;
    }

    /** Returns at once: whoever created the match does not wait for a game server, and still holds a connection. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(MatchWaiting match) {
        if (requests.getAndIncrement() == 0) {
            Thread.ofVirtual().name("scheduling-assignment").start(this::assignRequested);
        }
    }

    /** One thread assigns the matches of all requests, and begins again if there were more meanwhile. */
    private void assignRequested() {
        int handled = 1;
        while (handled > 0) {
            try {
                assignAll();
            } catch (RuntimeException failure) {
                log.debug("New matches wait for the regular check", failure);
            }
            handled = requests.addAndGet(-handled);
        }
    }

    @Scheduled(fixedDelayString = "${matches.servers.check-every}")
    void check() {
        List<GameServer> registered = servers.all();
        int released = assigner.releaseStranded(registered);
        int frozen = assigner.freezeSilent(registered);
        if (released + frozen > 0) {
            log.warn("Game servers are silent: {} matches wait for another one, {} are frozen", released, frozen);
        }
        int forgotten = assigner.forgetGone(registered);
        if (forgotten > 0) {
            log.info("{} game servers were forgotten", forgotten);
        }
        assignAll();
    }

    private void assignAll() {
        boolean more = true;
        while (more) {
            more = assigner.assignWaiting();
        }
    }
}
