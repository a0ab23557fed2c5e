package ft.transcendence.matches.rating;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How Glicko-2 is applied to Pong: every match is rated by itself when it ends, and deviations grow with the time a
 * player stays away. These are the rules of the ledger: whoever changes them changes what a replay gives.
 *
 * <p><b>Time.</b> A rating period is five days, so that the deviation of an experienced player (about 60) takes roughly a
 * year of inactivity to become provisional again. Before a match everybody's deviation is widened by the time since
 * their last rated match (the paper's rule for players who did not compete); the match itself takes no time.
 *
 * <p><b>Teams.</b> A team is as strong as its members on average. Each member is rated as if they had played one game
 * against a single opponent, as far above them as the opposing team's average lies above their own team's. So both
 * members face the same expectation (that of their team), a strong player is not punished for a weaker partner, and
 * with one player per team it is plain Glicko-2. The opponent's deviation is the root mean square of the opposing
 * team's deviations.
 */
final class RatingRules {

    static final Duration PERIOD = Duration.ofDays(5);

    /** A rating is certain, and appears on leaderboards, while its deviation is at most this. */
    static final double CERTAIN_DEVIATION = 110;

    private static final double NANOS_PER_SECOND = 1e9;

    private RatingRules() {}

    /** The rating at that moment, given when the player's last rated match was (empty: never). */
    static Rating at(Instant moment, Rating rating, Optional<Instant> lastRated) {
        return lastRated
                .map(last -> Glicko2.afterInactivity(rating, periods(last, moment)))
                .orElse(rating);
    }

    /** When inactivity makes the rating provisional; not after {@code lastRated} when it already is. */
    static Instant certainUntil(Rating rating, Instant lastRated) {
        double periods = Glicko2.periodsUntilDeviation(rating, CERTAIN_DEVIATION);
        if (periods <= 0) {
            return lastRated;
        }
        return lastRated.plusSeconds((long) (periods * PERIOD.toSeconds()));
    }

    /** What a match does to each of its players, given their ratings before it; winners first. */
    static List<RatingChange> rate(RatedMatch match, Map<UUID, PlayerRating> before) {
        List<Rating> winners = ratingsAt(match.endedAt(), match.winners(), before);
        List<Rating> losers = ratingsAt(match.endedAt(), match.losers(), before);
        List<RatingChange> changes = new ArrayList<>();
        changes.addAll(changes(match, match.winners(), afterMatch(winners, losers, true), before));
        changes.addAll(changes(match, match.losers(), afterMatch(losers, winners, false), before));
        return changes;
    }

    private static List<Rating> ratingsAt(Instant moment, List<UUID> team, Map<UUID, PlayerRating> ratings) {
        return team.stream().map(player -> of(player, ratings).at(moment)).toList();
    }

    private static List<RatingChange> changes(
            RatedMatch match, List<UUID> team, List<Rating> after, Map<UUID, PlayerRating> ratings) {
        List<RatingChange> changes = new ArrayList<>();
        for (int index = 0; index < team.size(); index++) {
            PlayerRating before = of(team.get(index), ratings);
            changes.add(new RatingChange(
                    match.matchId(),
                    before,
                    new PlayerRating(before.userId(), after.get(index), before.ratedMatches() + 1, match.endedAt())));
        }
        return changes;
    }

    private static PlayerRating of(UUID player, Map<UUID, PlayerRating> ratings) {
        PlayerRating rating = ratings.get(player);
        return rating == null ? PlayerRating.unrated(player) : rating;
    }

    /** The ratings of a team's members after a match, in the given order; all ratings are those at the match's end. */
    static List<Rating> afterMatch(List<Rating> team, List<Rating> opponents, boolean won) {
        double lead = average(opponents) - average(team);
        double deviation = Math.sqrt(opponents.stream()
                .mapToDouble(Rating::deviation)
                .map(each -> each * each)
                .average()
                .orElseThrow());
        double score = won ? 1 : 0;
        return team.stream()
                .map(player -> Glicko2.afterGames(
                        player, List.of(new Glicko2.Game(player.value() + lead, deviation, score)), 0))
                .toList();
    }

    private static double average(List<Rating> team) {
        return team.stream().mapToDouble(Rating::value).average().orElseThrow();
    }

    private static double periods(Instant from, Instant to) {
        Duration elapsed = Duration.between(from, to);
        if (elapsed.isNegative()) {
            return 0;
        }
        return (elapsed.toSeconds() + elapsed.getNano() / NANOS_PER_SECOND) / PERIOD.toSeconds();
    }
}
