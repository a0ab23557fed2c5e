package ft.transcendence.matches.match;

import ft.transcendence.matches.player.PlayerRegistry;
import ft.transcendence.matches.player.PlayerRegistry.Registered;
import ft.transcendence.matches.rating.RatedMatch;
import ft.transcendence.matches.rating.RatingService;
import ft.transcendence.matches.statistics.StatisticsService;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All changes to matches. Each method is one transaction: the match, the ratings and statistics of its players and the
 * published event change together or not at all.
 *
 * <p>Rows are always locked in the same order, so that concurrent changes cannot deadlock: idempotency key, match,
 * players, ratings, statistics.
 */
@Service
class MatchLifecycle {

    private final MatchStore matches;
    private final MatchIds ids;
    private final IdempotencyKeys keys;
    private final PlayerRegistry players;
    private final RatingService ratings;
    private final StatisticsService statistics;
    private final MatchResultPublisher results;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    MatchLifecycle(
            MatchStore matches,
            MatchIds ids,
            IdempotencyKeys keys,
            PlayerRegistry players,
            RatingService ratings,
            StatisticsService statistics,
            MatchResultPublisher results,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.matches = matches;
        this.ids = ids;
        this.keys = keys;
        this.players = players;
        this.ratings = ratings;
        this.statistics = statistics;
        this.results = results;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Creates a match. A repetition with the same key returns the existing match. */
    @Transactional
    Match create(CreateMatchInput input, String gameServer) {
        Match match = new Match(ids.next(), input.mode(), input.teams(), gameServer, clock.instant());
        Optional<UUID> earlier = keys.claim(input.request(gameServer), match.id());
        if (earlier.isPresent()) {
            return lock(earlier.get());
        }
        List<UUID> playerIds = match.players().stream().map(MatchPlayer::userId).toList();
        List<Registered> registered = players.admit(playerIds);
        requireNoneErased(registered);
        registered.stream()
                .filter(Registered::isNamed)
                .flatMap(player -> match.player(player.userId()).stream())
                .forEach(MatchPlayer::makeKnown);
        requireAvailable(playerIds);
        return publishChange(matches.insert(match));
    }

    @Transactional
    Match makeReady(UUID matchId) {
        return change(matchId, Match::makeReady);
    }

    @Transactional
    Match start(UUID matchId) {
        return change(matchId, Match::start);
    }

    @Transactional
    Match reportScore(UUID matchId, Score score) {
        return change(matchId, (match, now) -> match.reportScore(score, now));
    }

    /** Records that the game server is alive, without publishing a change. */
    @Transactional
    Match heartbeat(UUID matchId) {
        Match match = lock(matchId);
        match.heartbeat(clock.instant());
        return store(match);
    }

    /** Ends a match with its result. A repetition with the same key changes nothing and returns the match. */
    @Transactional
    Match finish(FinishMatchInput result, String gameServer) {
        Optional<UUID> earlier = keys.claim(result.request(gameServer), result.matchId());
        if (earlier.isPresent()) {
            return lock(earlier.get());
        }
        Match match = lock(result.matchId());
        match.complete(result.winner(), result.score(), result.reason(), clock.instant());
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
        return match.status() == MatchStatus.COMPLETED ? recordResult(match) : publishChange(storeEnd(match));
    }

    @Transactional
    Match abort(UUID matchId, FinishReason reason) {
        Match match = lock(matchId);
        match.abort(reason, clock.instant());
        return publishChange(storeEnd(match));
    }

    /** Aborts a match that has timed out; empty if it has not, or if it ended in the meantime. */
    @Transactional
    Optional<Match> expire(UUID matchId, TimeoutProperties limits) {
        Match match = lock(matchId);
        Instant now = clock.instant();
        return match.timeout(limits, now).map(reason -> {
            match.abort(reason, now);
            return publishChange(storeEnd(match));
        });
    }

    /** Voids a result: refunds rating points, recounts statistics and publishes the event. */
    @Transactional
    Match voidResult(UUID matchId, String reason, UUID moderator) {
        Match match = lock(matchId);
        Instant now = clock.instant();
        match.voidResult(reason, moderator, now);
        store(match);
        ratings.refund(matchId, now);
        statistics.recount(match.players().stream().map(MatchPlayer::userId).toList());
        results.publishVoided(match);
        return publishChange(match);
    }

    /** Rates and counts a match that was completed, and publishes its result. */
    private Match recordResult(Match match) {
        storeEnd(match);
        Team winner = match.winner().orElseThrow();
        Instant endedAt = match.endedAt().orElseThrow();
        ratings.rate(new RatedMatch(match.id(), endedAt, match.team(winner), match.team(winner.opponent())));
        statistics.count(match.mode().name(), match.team(winner), match.team(winner.opponent()));
        results.publishCompleted(match);
        return publishChange(match);
    }

    private Match change(UUID matchId, BiConsumer<Match, Instant> change) {
        Match match = lock(matchId);
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
        events.publishEvent(MatchChanged.of(match));
        return match;
    }

    private Match lock(UUID matchId) {
        return matches.lock(matchId).orElseThrow(() -> notFound(matchId));
    }

    private static ChangeRejectedException notFound(UUID matchId) {
        return new ChangeRejectedException(
                MatchErrorCode.MATCH_NOT_FOUND, "There is no match " + matchId + ".", "matchId");
    }

    private static void requireNoneErased(List<Registered> players) {
        List<UUID> erased = players.stream()
                .filter(Registered::isErased)
                .map(Registered::userId)
                .toList();
        if (!erased.isEmpty()) {
            throw new ChangeRejectedException(
                    MatchErrorCode.PLAYER_ERASED, "These accounts were deleted: " + erased + ".", null);
        }
    }

    /** Gives a helpful error. The unique index would reject the match anyway. The players are locked. */
    private void requireAvailable(List<UUID> playerIds) {
        List<UUID> busy = jdbc.sql(
                        "SELECT user_id FROM match_player WHERE open AND user_id = ANY (:players) ORDER BY user_id")
                .param("players", playerIds.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        if (!busy.isEmpty()) {
            throw new ChangeRejectedException(
                    MatchErrorCode.PLAYER_BUSY, "These players are in another match: " + busy + ".", null);
        }
    }
}
