package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All changes to single matches. Each method is one transaction: the match, the ratings and statistics of its players
 * and the published event change together or not at all. A game server changes only matches that are assigned to it.
 *
 * <p>Rows are always locked in the same order, so that concurrent changes cannot deadlock: idempotency key, match,
 * players, ratings, statistics.
 */
@Service
class MatchLifecycle {

    private final MatchStore matches;
    private final MatchIds ids;
    private final IdempotencyKeys keys;
    private final MatchCreation creation;
    private final LateResults lateResults;
    private final Timelines timelines;
    private final MatchResults results;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatchLifecycle(
            MatchStore matches,
            MatchIds ids,
            IdempotencyKeys keys,
            MatchCreation creation,
            LateResults lateResults,
            Timelines timelines,
            MatchResults results,
            ApplicationEventPublisher events,
            Clock clock) {
        this.matches = matches;
        this.ids = ids;
        this.keys = keys;
        this.creation = creation;
        this.lateResults = lateResults;
        this.timelines = timelines;
        this.results = results;
        this.events = events;
        this.clock = clock;
    }

    /** Creates a match on the game server that asks for it. A repetition with the same key returns the existing match. */
    @Transactional
    Match create(CreateMatchInput input, Caller server) {
        UUID id = ids.next();
        Optional<UUID> earlier = keys.claim(input.request(subject(server)), id);
        return earlier.isPresent()
                ? lock(earlier.get())
                : creation.create(
                        id, NewMatch.hosted(input.mode(), input.teamOne(), input.teamTwo(), server.authorizedParty()));
    }

    @Transactional
    Match makeReady(UUID matchId, Caller server) {
        return change(matchId, server, Match::makeReady);
    }

    @Transactional
    Match start(UUID matchId, Caller server) {
        return change(matchId, server, Match::start);
    }

    /** Sets the score of a running match, which ends its freeze. {@link ScoreReports} accepts those of other matches. */
    @Transactional
    Match reportScore(UUID matchId, Score score, Caller server) {
        return change(matchId, server, (match, now) -> match.reportScore(score, now));
    }

    /** Records that the game server is alive, and publishes a change only if that ends the match's freeze. */
    @Transactional
    Match heartbeat(UUID matchId, Caller server) {
        Match match = lockHosted(matchId, server);
        boolean wasFrozen = match.frozenAt().isPresent();
        match.heartbeat(clock.instant());
        store(match);
        return wasFrozen ? publishChange(match) : match;
    }

    /** Ends a match with its result. A repetition with the same key changes nothing and returns the match. */
    @Transactional
    Match finish(FinishMatchInput result, Caller server) {
        Optional<UUID> earlier = keys.claim(result.request(subject(server)), result.matchId());
        if (earlier.isPresent()) {
            return lock(earlier.get());
        }
        Match match = lockHosted(result.matchId(), server);
        if (match.isAwaitingLateResult()) {
            lateResults.requireAcceptable(match);
        }
        match.complete(result.winner(), result.score(), result.reason(), clock.instant());
        result.points().ifPresent(timeline -> record(match, timeline));
        return recordResult(match);
    }

    /**
     * Forfeits a match for a player. A running match is lost by their team with the current score; one that has not
     * started is aborted.
     */
    @Transactional
    Match forfeit(UUID matchId, UUID player) {
        Match match = lock(matchId);
        Team team = match.player(player)
                .map(MatchPlayer::team)
                .orElseThrow(() -> new ChangeRejectedException(
                        MatchErrorCode.NOT_A_PLAYER, "You do not play in this match.", "matchId"));
        match.forfeit(team, clock.instant());
        if (match.status() == MatchStatus.COMPLETED) {
            return recordResult(match);
        }
        events.publishEvent(new MatchLeft(matchId, match.createdBy(), player));
        return publishChange(storeEnd(match), Set.of(player));
    }

    /** Ends a match without a result, perhaps because some of its players are absent. */
    @Transactional
    Match abort(UUID matchId, FinishReason reason, Set<UUID> absent, Caller server) {
        Match match = lockHosted(matchId, server);
        match.requirePlayers(absent);
        match.abort(reason, clock.instant());
        return publishChange(storeEnd(match), absent);
    }

    /** Aborts a match that has timed out; empty if it has not, or if it ended in the meantime. */
    @Transactional
    Optional<Match> expire(UUID matchId, Deadlines deadlines) {
        Match match = lock(matchId);
        return match.expire(deadlines, clock.instant())
                ? Optional.of(publishChange(storeEnd(match)))
                : Optional.empty();
    }

    /** Voids a result: refunds rating points, recounts statistics and publishes the event. */
    @Transactional
    Match voidResult(UUID matchId, String reason, UUID moderator) {
        Match match = lock(matchId);
        Instant now = clock.instant();
        match.voidResult(reason, moderator, now);
        results.reverse(match, now);
        return publishChange(match);
    }

    /** Confirms a result in doubt, so that it counts. */
    @Transactional
    Match confirmResult(UUID matchId, UUID moderator) {
        Match match = lock(matchId);
        match.confirm(moderator);
        results.confirm(match, moderator, clock.instant());
        return publishChange(match);
    }

    private void record(Match match, Timeline timeline) {
        Instant start = match.startedAt().orElseThrow();
        timeline.requireLeadsTo(
                match.score(), Duration.between(start, match.endedAt().orElseThrow()));
        timelines.insert(match.id(), timeline);
    }

    private Match recordResult(Match match) {
        results.record(match);
        return publishChange(match);
    }

    private Match change(UUID matchId, Caller server, BiConsumer<Match, Instant> change) {
        Match match = lockHosted(matchId, server);
        change.accept(match, clock.instant());
        return publishChange(store(match));
    }

    private Match store(Match match) {
        matches.update(match);
        return match;
    }

    private Match storeEnd(Match match) {
        matches.updateWithPlayers(match);
        return match;
    }

    private Match publishChange(Match match) {
        return publishChange(match, Set.of());
    }

    private Match publishChange(Match match, Set<UUID> absent) {
        events.publishEvent(MatchChanged.of(match));
        if (!match.status().isOpen()) {
            events.publishEvent(new MatchEnded(match, absent));
        }
        return match;
    }

    private Match lockHosted(UUID matchId, Caller server) {
        Match match = lock(matchId);
        match.requireHostedBy(server.authorizedParty());
        return match;
    }

    /** Idempotency keys belong to a service account, which a later client of the same name does not share. */
    private static String subject(Caller server) {
        return server.id().toString();
    }

    private Match lock(UUID matchId) {
        return matches.lock(matchId).orElseThrow(() -> notFound(matchId));
    }

    static ChangeRejectedException notFound(UUID matchId) {
        return new ChangeRejectedException(
                MatchErrorCode.MATCH_NOT_FOUND, "There is no match " + matchId + ".", "matchId");
    }
}
