package ft.transcendence.matches.observation;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Observes that game servers can reach this instance: every second a query must come back through the gateway, and the
 * database must store the time. If either fails, that time is not observed.
 */
@Component
class Observer {

    private static final Logger log = LoggerFactory.getLogger(Observer.class);

    private final GatewayProbe gateway;
    private final Observations observations;
    private final Clock clock;
    private final ReentrantLock observing = new ReentrantLock();
    private @Nullable Long stretch;
    private boolean interrupted;

    Observer(GatewayProbe gateway, Observations observations, Clock clock) {
        this.gateway = gateway;
        this.observations = observations;
        this.clock = clock;
    }

    /** Does nothing while an earlier call is still waiting. */
    @Scheduled(fixedRateString = "${matches.observation.every}")
    void observe() {
        if (!observing.tryLock()) {
            return;
        }
        try {
            // the time before the checks: however long they take, what comes after is not observed yet
            Instant now = clock.instant();
            gateway.requireResponse();
            record(now);
        } catch (IOException | DataAccessException failure) {
            interrupt(failure);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        } finally {
            observing.unlock();
        }
    }

    private void record(Instant now) {
        if (stretch == null || !observations.extend(stretch, now)) {
            stretch = observations.begin(now);
        }
        if (interrupted) {
            interrupted = false;
            log.info("Game servers can reach this service again. Silence counts from now on");
        }
    }

    private void interrupt(Exception failure) {
        // a service that has just started is not reachable yet
        if (!interrupted && stretch != null) {
            interrupted = true;
            // no warning: when the platform stops, the gateway is gone before this service is
            log.info(
                    "Game servers cannot reach this service ({}). Until they can, their silence does not count",
                    failure.toString());
        }
    }
}
