package ft.transcendence.matches.match;

import ft.transcendence.matches.doubt.Doubt;
import ft.transcendence.matches.doubt.Doubts;
import ft.transcendence.matches.rating.RatedMatch;
import ft.transcendence.matches.rating.RatingService;
import ft.transcendence.matches.statistics.StatisticsService;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a result changes: ratings, statistics, and the event for other subgraphs, in the transaction that changes the
 * match. A result in doubt changes nothing until it is confirmed.
 */
@Component
class MatchResults {

    private static final Logger log = LoggerFactory.getLogger(MatchResults.class);

    private final MatchStore matches;
    private final MatchEvidence evidence;
    private final Doubts doubts;
    private final MatchReviews reviews;
    private final RatingService ratings;
    private final StatisticsService statistics;
    private final MatchResultPublisher events;

    MatchResults(
            MatchStore matches,
            MatchEvidence evidence,
            Doubts doubts,
            MatchReviews reviews,
            RatingService ratings,
            StatisticsService statistics,
            MatchResultPublisher events) {
        this.matches = matches;
        this.evidence = evidence;
        this.doubts = doubts;
        this.reviews = reviews;
        this.ratings = ratings;
        this.statistics = statistics;
        this.events = events;
    }

    /** Stores a match that was completed, and rates and counts its result unless it is in doubt. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Match match) {
        Set<Doubt> found = doubts.about(evidence.of(match));
        if (!found.isEmpty()) {
            log.info("The result of match {} is in doubt: {}", match.id(), found);
            match.doubt();
            matches.updateWithPlayers(match);
            reviews.request(match.id(), found);
            return;
        }
        matches.updateWithPlayers(match);
        rate(match, match.endedAt().orElseThrow());
        Team winner = match.winner().orElseThrow();
        statistics.count(match.mode().name(), match.team(winner), match.team(winner.opponent()));
        events.publishCompleted(match);
    }

    /**
     * Rates and counts the result of a match that a moderator has confirmed. Ratings change now, after those of later
     * matches. Statistics are counted as if it had never been in doubt.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(Match match, UUID moderator, Instant now) {
        matches.update(match);
        reviews.confirm(match.id(), moderator, now);
        rate(match, now);
        statistics.recount(players(match));
        events.publishCompleted(match);
    }

    /** Stores a match whose result was voided, and reverses what it changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reverse(Match match, Instant now) {
        matches.update(match);
        if (match.isDoubtful()) {
            return;
        }
        ratings.refund(match.id(), now);
        statistics.recount(players(match));
        events.publishVoided(match);
    }

    private void rate(Match match, Instant at) {
        Team winner = match.winner().orElseThrow();
        ratings.rate(new RatedMatch(
                match.id(), match.mode().ladder(), at, match.team(winner), match.team(winner.opponent())));
    }

    private static List<UUID> players(Match match) {
        return match.players().stream().map(MatchPlayer::userId).toList();
    }
}
