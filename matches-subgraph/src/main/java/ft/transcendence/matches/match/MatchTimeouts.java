package ft.transcendence.matches.match;

import ft.transcendence.matches.observation.Observations;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Aborts matches that have timed out. Several instances can do this concurrently: each match is locked and checked
 * again before it is aborted.
 */
@Component
class MatchTimeouts {

    private static final Logger log = LoggerFactory.getLogger(MatchTimeouts.class);
    private static final int BATCH_SIZE = 100;

    private final MatchLifecycle lifecycle;
    private final TimeoutProperties limits;
    private final Observations observations;
    private final JdbcClient jdbc;

    MatchTimeouts(MatchLifecycle lifecycle, TimeoutProperties limits, Observations observations, JdbcClient jdbc) {
        this.lifecycle = lifecycle;
        this.limits = limits;
        this.observations = observations;
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "${matches.timeouts.check-every}")
    void abortTimedOut() {
        Deadlines deadlines = Deadlines.of(limits, observations.read());
        for (UUID match : timedOut(deadlines)) {
            lifecycle.expire(match, deadlines).ifPresent(ended -> log.info("Match {} timed out", ended.id()));
        }
    }

    private List<UUID> timedOut(Deadlines deadlines) {
        return jdbc.sql("""
                        SELECT id FROM match
                        WHERE (status IN ('CREATED', 'READY') AND created_at < :waitingSince)
                            OR (status = 'LIVE' AND (last_signal_at < :silentSince OR frozen_at < :frozenSince
                                OR started_at < :playingSince))
                        ORDER BY id LIMIT :limit
                        """)
                .param("waitingSince", deadlines.waitingSince().atOffset(ZoneOffset.UTC))
                .param("silentSince", deadlines.silentSince().atOffset(ZoneOffset.UTC))
                .param("frozenSince", deadlines.frozenSince().atOffset(ZoneOffset.UTC))
                .param("playingSince", deadlines.playingSince().atOffset(ZoneOffset.UTC))
                .param("limit", BATCH_SIZE)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
