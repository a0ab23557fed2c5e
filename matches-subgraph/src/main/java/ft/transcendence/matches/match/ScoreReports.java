package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Accepts scores of running matches. A report reads the match but writes no row: {@link LiveScores} keeps the score, every
 * instance learns it from the live updates, and {@link ScoreStorage} writes the last one every few seconds.
 */
@Service
class ScoreReports {

    private final MatchReader matches;
    private final MatchLifecycle lifecycle;
    private final LiveScores scores;
    private final ScoreStorage storage;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScoreReports(
            MatchReader matches,
            MatchLifecycle lifecycle,
            LiveScores scores,
            ScoreStorage storage,
            ApplicationEventPublisher events,
            Clock clock) {
        this.matches = matches;
        this.lifecycle = lifecycle;
        this.scores = scores;
        this.storage = storage;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sets the score of a running match.
     *
     * @throws ChangeRejectedException if there is no such match, if it is not running on this game server, or if the score is
     *     impossible or lower than a known one
     */
    Match report(UUID matchId, Score score, Caller server) {
        Match match = matches.find(matchId).orElseThrow(() -> MatchLifecycle.notFound(matchId));
        match.requireHostedBy(server.authorizedParty());
        if (match.frozenAt().isPresent()) {
            return lifecycle.reportScore(matchId, score, server);
        }
        Instant now = clock.instant();
        match.reportScore(score, now);
        scores.receive(matchId, score);
        storage.add(matchId, score, now);
        events.publishEvent(new ScoreReported(matchId, score));
        return match;
    }
}
