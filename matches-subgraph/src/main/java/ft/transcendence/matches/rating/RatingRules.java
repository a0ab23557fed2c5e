package ft.transcendence.matches.rating;

import ft.transcendence.matches.season.SeasonCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Applies Glicko-2 to Pong: every match is rated on its own when it ends, and deviations grow while a player is
 * inactive. Changing these rules changes the result of a replay.
 *
 * <p><b>Time.</b> A rating period is five days, so that the rating of an experienced player (with a deviation of about
 * 60) becomes provisional after roughly a year of inactivity. Before a match, each player's deviation grows by the time
 * since their last rated match (the paper's rule for players who did not compete). The match itself takes no time.
 *
 * <p><b>Seasons.</b> Ratings are carried on into the next season. But a deviation below {@value #NEW_SEASON_DEVIATION}
 * is raised to that, so that nobody is ranked before having played about four matches in the season, and those who
 * improved or declined move faster. It is not a change in the ledger: it follows from the time of the last match.
 *
 * <p><b>Teams.</b> A team is as strong as its members on average. Each member is rated as if they had played one game
 * against a single opponent, whose distance to them is that between the averages of the two teams. Both members of a
 * team therefore have the same expected score, a strong player is not punished for a weaker partner, and with one
 * player per team it is plain Glicko-2. The opponent's deviation is the root mean square of the opposing team's
 * deviations.
 */
final class RatingRules {

    static final Duration PERIOD = Duration.ofDays(5);

    /** A rating is certain, and ranked on the leaderboard, while its deviation is at most this. */
    static final double CERTAIN_DEVIATION = 110;

    /** The deviation with which a player begins a season, or more. */
    static final double NEW_SEASON_DEVIATION = 130;

    private static final double NANOS_PER_SECOND = 1e9;

    private final SeasonCalendar seasons;

    /** The rules with these seasons, which must be known until the moments they are asked about. */
    RatingRules(SeasonCalendar seasons) {
        this.seasons = seasons;
    }

    /** A player's rating at a later time: the same strength, a larger deviation. */
    Rating at(Instant moment, PlayerRating player) {
        Instant since = player.lastRatedAt();
        if (since == null) {
            return player.rating();
        }
        Rating rating = player.rating();
        for (Instant seasonEnd : seasons.endsBetween(since, moment)) {
            rating = inNewSeason(Glicko2.afterInactivity(rating, periods(since, seasonEnd)));
            since = seasonEnd;
        }
        return Glicko2.afterInactivity(rating, periods(since, moment));
    }

    private static Rating inNewSeason(Rating rating) {
        return new Rating(rating.value(), Math.max(rating.deviation(), NEW_SEASON_DEVIATION), rating.volatility());
    }

    /** Whether a rating is too uncertain, at that time, to rank the player. */
    boolean isProvisional(PlayerRating player, Instant moment) {
        return certainUntil(player).filter(until -> until.isAfter(moment)).isEmpty();
    }

    /**
     * When inactivity or the end of the season makes a rating provisional; not after the player's last rated match if it
     * already is, and empty if there is none.
     */
    Optional<Instant> certainUntil(PlayerRating player) {
        return Optional.ofNullable(player.lastRatedAt()).map(last -> {
            double periods = Math.max(0, Glicko2.periodsUntilDeviation(player.rating(), CERTAIN_DEVIATION));
            Instant uncertain = last.plusSeconds((long) (periods * PERIOD.toSeconds()));
            return seasons.endOfSeasonAt(last).filter(uncertain::isAfter).orElse(uncertain);
        });
    }

    /** The changes of a match to its players' ratings on its ladder, winners first. */
    List<RatingChange> rate(RatedMatch match, Map<UUID, PlayerRating> before) {
        List<Rating> winners = ratingsOf(match.winners(), match, before);
        List<Rating> losers = ratingsOf(match.losers(), match, before);
        List<RatingChange> changes = new ArrayList<>();
        changes.addAll(changes(match, match.winners(), afterMatch(winners, losers, true), before));
        changes.addAll(changes(match, match.losers(), afterMatch(losers, winners, false), before));
        return changes;
    }

    private List<Rating> ratingsOf(List<UUID> team, RatedMatch match, Map<UUID, PlayerRating> ratings) {
        return team.stream()
                .map(player -> at(match.endedAt(), of(player, match.ladder(), ratings)))
                .toList();
    }

    private static List<RatingChange> changes(
            RatedMatch match, List<UUID> team, List<Rating> after, Map<UUID, PlayerRating> ratings) {
        List<RatingChange> changes = new ArrayList<>();
        for (int index = 0; index < team.size(); index++) {
            PlayerRating before = of(team.get(index), match.ladder(), ratings);
            changes.add(new RatingChange(
                    match.matchId(),
                    before,
                    new PlayerRating(
                            before.userId(),
                            match.ladder(),
                            after.get(index),
                            before.ratedMatches() + 1,
                            match.endedAt())));
        }
        return changes;
    }

    private static PlayerRating of(UUID player, Ladder ladder, Map<UUID, PlayerRating> ratings) {
        PlayerRating rating = ratings.get(player);
        return rating == null ? PlayerRating.unrated(player, ladder) : rating;
    }

    /**
     * The ratings of a team's members after a match, in the given order. All ratings are as of the end of the match.
     */
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
