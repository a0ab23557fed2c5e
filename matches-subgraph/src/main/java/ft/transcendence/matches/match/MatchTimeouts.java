package ft.transcendence.matches.match;

import java.time.Clock;
import java.time.Instant;
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
    private final SilenceLimit silence;
    private final JdbcClient jdbc;
    private final Clock clock;

    MatchTimeouts(
            MatchLifecycle lifecycle, TimeoutProperties limits, SilenceLimit silence, JdbcClient jdbc, Clock clock) {
        this.lifecycle = lifecycle;
        this.limits = limits;
        this.silence = silence;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${matches.timeouts.check-every}")
    void abortTimedOut() {
        for (UUID match : timedOut(clock.instant())) {
            lifecycle.expire(match, limits).ifPresent(ended -> log.info("Match {} timed out", ended.id()));
        }
    }

    private List<UUID> timedOut(Instant now) {
        return jdbc.sql("""
                        SELECT id FROM match
                        WHERE (status IN ('CREATED', 'READY') AND created_at < :waitingSince)
                            OR (status = 'LIVE' AND (last_signal_at < :silentSince OR frozen_at < :frozenSince
                                OR started_at < :playingSince))
                        ORDER BY id LIMIT :limit
                        """)
                .param("waitingSince", now.minus(limits.waiting()).atOffset(ZoneOffset.UTC))
                .param("silentSince", silence.since(limits.silence()).atOffset(ZoneOffset.UTC))
                .param("frozenSince", silence.since(limits.grace()).atOffset(ZoneOffset.UTC))
                .param("playingSince", now.minus(limits.playing()).atOffset(ZoneOffset.UTC))
                .param("limit", BATCH_SIZE)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
