package ft.transcendence.matches.match;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores the scores that were reported to this instance: the last one of each match, for many matches in one statement. It
 * tells about them as changes of the matches, for those who need not know each point. A crash loses the scores of the last
 * seconds, which the game server's next report or result replaces; a clean stop loses none.
 */
@Component
class ScoreStorage {

    private static final int BATCH_SIZE = 500;

    /** Locks in the order of ids, so that instances do not wait for each other in a circle. */
    private static final String STORE = """
            WITH running AS (
                SELECT match.id, reported.score_one, reported.score_two, reported.reported_at
                FROM match JOIN unnest(:matches, :scoresOne, :scoresTwo, :times::timestamptz[])
                    AS reported (match_id, score_one, score_two, reported_at) ON match.id = reported.match_id
                WHERE match.status = 'LIVE'
                ORDER BY match.id FOR NO KEY UPDATE OF match
            )
            UPDATE match SET score_one = greatest(match.score_one, running.score_one),
                score_two = greatest(match.score_two, running.score_two),
                last_signal_at = greatest(match.last_signal_at, running.reported_at)
            FROM running WHERE match.id = running.id
            RETURNING match.id, match.status, %s AS players
            """.formatted(MatchHosting.PLAYERS);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final ConcurrentMap<UUID, Report> waiting = new ConcurrentHashMap<>();

    ScoreStorage(JdbcClient jdbc, TransactionOperations transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /** A reported score that is not stored yet. */
    private record Report(UUID matchId, Score score, Instant at) {

        Report with(Report other) {
            return new Report(matchId, score.highest(other.score), at.isAfter(other.at) ? at : other.at);
        }
    }

    /** Stores the score with the next batch. */
    void add(UUID matchId, Score score, Instant reportedAt) {
        add(new Report(matchId, score, reportedAt));
    }

    private void add(Report report) {
        waiting.merge(report.matchId(), report, Report::with);
    }

    /**
     * Stores all scores that wait, also when this instance stops: its requests have ended, and its database is still
     * connected. Those that cannot be stored wait for the next time.
     */
    @PreDestroy
    @Scheduled(fixedDelayString = "${matches.scores.store-every}")
    void storeWaiting() {
        List<UUID> matches = List.copyOf(waiting.keySet());
        for (int first = 0; first < matches.size(); first += BATCH_SIZE) {
            List<Report> batch = matches.subList(first, Math.min(first + BATCH_SIZE, matches.size())).stream()
                    .flatMap(match -> Stream.ofNullable(waiting.remove(match)))
                    .toList();
            try {
                transactions.executeWithoutResult(transaction -> store(batch));
            } catch (RuntimeException failure) {
                batch.forEach(this::add);
                throw failure;
            }
        }
    }

    private void store(List<Report> batch) {
        jdbc.sql(STORE)
                .param("matches", batch.stream().map(Report::matchId).toArray(UUID[]::new))
                .param(
                        "scoresOne",
                        batch.stream().map(report -> report.score().teamOne()).toArray(Integer[]::new))
                .param(
                        "scoresTwo",
                        batch.stream().map(report -> report.score().teamTwo()).toArray(Integer[]::new))
                .param(
                        "times",
                        batch.stream().map(report -> report.at().toString()).toArray(String[]::new))
                .query(MatchHosting::changed)
                .list()
                .forEach(events::publishEvent);
    }
}
