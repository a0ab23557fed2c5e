package ft.transcendence.matches.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ft.transcendence.matches.season.Season;
import ft.transcendence.matches.season.SeasonCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Properties of ratings that hold for all histories. */
class RatingRulesTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final RatingRules RULES = new RatingRules(SeasonCalendar.NONE);
    private static final List<UUID> PLAYERS =
            IntStream.range(0, 8).mapToObj(number -> new UUID(0, number)).toList();

    @Property(tries = 300)
    void raisesWinnersAndLowersLosers(@ForAll("ratings") Rating winner, @ForAll("ratings") Rating loser) {
        Map<UUID, RatingChange> changes = rate(Map.of(PLAYERS.get(0), winner, PLAYERS.get(1), loser), 1);

        assertThat(change(changes, 0).points()).isPositive();
        assertThat(change(changes, 1).points()).isNegative();
    }

    @Property(tries = 300)
    void transfersPointsBetweenEquals(@ForAll("ratings") Rating rating) {
        Map<UUID, RatingChange> changes = rate(Map.of(PLAYERS.get(0), rating, PLAYERS.get(1), rating), 1);

        assertThat(change(changes, 0).points()).isCloseTo(-change(changes, 1).points(), within(1e-9));
        assertThat(change(changes, 0).after().rating().deviation())
                .isEqualTo(change(changes, 1).after().rating().deviation());
    }

    @Property(tries = 300)
    void treatsEqualPartnersEqually(
            @ForAll("ratings") Rating partner, @ForAll("ratings") Rating one, @ForAll("ratings") Rating other) {
        Map<UUID, RatingChange> changes = rate(
                Map.of(PLAYERS.get(0), partner, PLAYERS.get(1), partner, PLAYERS.get(2), one, PLAYERS.get(3), other),
                2);

        assertThat(change(changes, 0).after().rating())
                .isEqualTo(change(changes, 1).after().rating());
    }

    @Property(tries = 300)
    void ratesATeamOfEqualPlayersLikeASinglePlayer(
            @ForAll("ratings") Rating team, @ForAll("ratings") Rating opponents) {
        Map<UUID, RatingChange> single = rate(Map.of(PLAYERS.get(0), team, PLAYERS.get(1), opponents), 1);
        Map<UUID, RatingChange> doubles = rate(
                Map.of(
                        PLAYERS.get(0),
                        team,
                        PLAYERS.get(1),
                        team,
                        PLAYERS.get(2),
                        opponents,
                        PLAYERS.get(3),
                        opponents),
                2);

        assertThat(change(doubles, 0).points()).isCloseTo(change(single, 0).points(), within(1e-6));
    }

    @Property(tries = 300)
    void reducesEveryDeviation(@ForAll("ratings") Rating winner, @ForAll("ratings") Rating loser) {
        Map<UUID, RatingChange> changes = rate(Map.of(PLAYERS.get(0), winner, PLAYERS.get(1), loser), 1);

        assertThat(change(changes, 0).after().rating().deviation()).isLessThan(winner.deviation());
        assertThat(change(changes, 1).after().rating().deviation()).isLessThan(loser.deviation());
    }

    /** Refunding all matches from last to first restores everything, to the bit. */
    @Property(tries = 50)
    void restoresAllRatingsWhenAllMatchesAreRefundedInReverse(@ForAll("seasons") List<RatedMatch> season) {
        List<RatingReplay.Event> events = new ArrayList<>();
        season.forEach(match -> events.add(new RatingReplay.Event.Rated(match)));
        List<RatedMatch> backwards = new ArrayList<>(season);
        Collections.reverse(backwards);
        backwards.forEach(match -> events.add(new RatingReplay.Event.Refunded(match.matchId())));

        assertThat(RatingReplay.of(events, RULES).on(Ladder.ONE_VS_ONE).values())
                .allSatisfy(rating ->
                        assertThat(rating).isEqualTo(PlayerRating.unrated(rating.userId(), Ladder.ONE_VS_ONE)));
    }

    /** A refund returns exactly the points, regardless of later matches. */
    @Property(tries = 50)
    void refundsThePointsRegardlessOfLaterMatches(@ForAll("seasons") List<RatedMatch> season) {
        List<RatingReplay.Event> events = season.stream()
                .<RatingReplay.Event>map(RatingReplay.Event.Rated::new)
                .toList();
        RatedMatch first = season.getFirst();
        Map<UUID, PlayerRating> played = RatingReplay.of(events, RULES).on(Ladder.ONE_VS_ONE);
        List<RatingChange> changes = RULES.rate(first, Map.of());
        List<RatingReplay.Event> refunded = new ArrayList<>(events);
        refunded.add(new RatingReplay.Event.Refunded(first.matchId()));

        Map<UUID, PlayerRating> after = RatingReplay.of(refunded, RULES).on(Ladder.ONE_VS_ONE);

        for (RatingChange change : changes) {
            assertThat(of(after, change.userId()).rating().value())
                    .isCloseTo(of(played, change.userId()).rating().value() - change.points(), within(1e-9));
            assertThat(of(after, change.userId()).ratedMatches())
                    .isEqualTo(of(played, change.userId()).ratedMatches() - 1);
        }
    }

    @Property(tries = 50)
    void replaysToTheSameBits(@ForAll("seasons") List<RatedMatch> season) {
        List<RatingReplay.Event> events = season.stream()
                .<RatingReplay.Event>map(RatingReplay.Event.Rated::new)
                .toList();
        List<RatingReplay.Event> shuffledTeams = season.stream()
                .<RatingReplay.Event>map(match -> new RatingReplay.Event.Rated(new RatedMatch(
                        match.matchId(),
                        match.ladder(),
                        match.endedAt(),
                        match.winners().reversed(),
                        match.losers().reversed())))
                .toList();

        assertThat(RatingReplay.of(shuffledTeams, RULES).on(Ladder.ONE_VS_ONE))
                .isEqualTo(RatingReplay.of(events, RULES).on(Ladder.ONE_VS_ONE));
    }

    @Test
    void becomesCertainWithinASeasonAndProvisionalAgainWithinTwoYears() {
        Map<UUID, PlayerRating> ratings = new TreeMap<>();
        Instant now = START;
        int matches = 0;
        while (matches < 40 && provisional(ratings, now)) {
            now = now.plus(Duration.ofHours(5));
            UUID winner = PLAYERS.get(matches % 2);
            UUID loser = PLAYERS.get(1 - matches % 2);
            RatedMatch match =
                    new RatedMatch(UUID.randomUUID(), Ladder.ONE_VS_ONE, now, List.of(winner), List.of(loser));
            RULES.rate(match, ratings).forEach(change -> ratings.put(change.userId(), change.after()));
            matches++;
        }

        assertThat(matches).isBetween(8, 20);
        PlayerRating rating = of(ratings, PLAYERS.getFirst());
        assertThat(RULES.isProvisional(rating, now.plus(Duration.ofDays(730)))).isTrue();
        assertThat(RULES.at(RULES.certainUntil(rating).orElseThrow(), rating).deviation())
                .isCloseTo(110, within(0.001));
    }

    @Test
    void carriesARatingIntoTheNextSeasonAndIsLessSureOfIt() {
        Instant end = START.plus(Duration.ofDays(90));
        RatingRules rules = new RatingRules(new SeasonCalendar(
                List.of(new Season(1, START, end, true), season(2, end), season(3, end.plus(Duration.ofDays(90))))));
        PlayerRating rating =
                new PlayerRating(PLAYERS.getFirst(), Ladder.ONE_VS_ONE, new Rating(1800, 70, 0.06), 50, START);

        assertThat(rules.certainUntil(rating)).contains(end);
        assertThat(rules.at(end.minusNanos(1), rating).deviation()).isLessThan(100);
        assertThat(rules.at(end, rating)).isEqualTo(new Rating(1800, 130, 0.06));
        assertThat(rules.isProvisional(rating, end)).isTrue();
        Instant later = end.plus(Duration.ofDays(30));
        assertThat(rules.at(later, rating))
                .isEqualTo(Glicko2.afterInactivity(new Rating(1800, 130, 0.06), 6))
                .isNotEqualTo(RULES.at(later, rating));
        assertThat(rules.at(end.plus(Duration.ofDays(90)), rating).deviation()).isGreaterThan(130);
    }

    @Test
    void ranksAPlayerAgainAfterAFewMatchesOfTheSeason() {
        Instant end = START.plus(Duration.ofDays(90));
        RatingRules rules =
                new RatingRules(new SeasonCalendar(List.of(new Season(1, START, end, true), season(2, end))));
        Map<UUID, PlayerRating> ratings = new TreeMap<>();
        for (UUID player : PLAYERS) {
            ratings.put(player, new PlayerRating(player, Ladder.ONE_VS_ONE, new Rating(1500, 70, 0.06), 50, START));
        }
        Instant now = end;
        int matches = 0;
        do {
            now = now.plus(Duration.ofHours(1));
            rules.rate(
                            new RatedMatch(
                                    UUID.randomUUID(),
                                    Ladder.ONE_VS_ONE,
                                    now,
                                    List.of(PLAYERS.get(matches % 2)),
                                    List.of(PLAYERS.get(1 - matches % 2))),
                            ratings)
                    .forEach(change -> ratings.put(change.userId(), change.after()));
            matches++;
        } while (matches < 40 && rules.isProvisional(of(ratings, PLAYERS.getFirst()), now));

        assertThat(matches).isBetween(3, 5);
    }

    private static Season season(int number, Instant start) {
        return new Season(number, start, start.plus(Duration.ofDays(90)), false);
    }

    private static boolean provisional(Map<UUID, PlayerRating> ratings, Instant now) {
        PlayerRating rating = ratings.get(PLAYERS.getFirst());
        return rating == null || RULES.isProvisional(rating, now);
    }

    private static Map<UUID, RatingChange> rate(Map<UUID, Rating> ratings, int teamSize) {
        Map<UUID, PlayerRating> before = ratings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new PlayerRating(entry.getKey(), Ladder.ONE_VS_ONE, entry.getValue(), 5, START)));
        RatedMatch match = new RatedMatch(
                new UUID(1, 1),
                Ladder.ONE_VS_ONE,
                START,
                PLAYERS.subList(0, teamSize),
                PLAYERS.subList(teamSize, 2 * teamSize));
        return RULES.rate(match, before).stream().collect(Collectors.toMap(RatingChange::userId, change -> change));
    }

    private static RatingChange change(Map<UUID, RatingChange> changes, int player) {
        return Objects.requireNonNull(changes.get(PLAYERS.get(player)));
    }

    private static PlayerRating of(Map<UUID, PlayerRating> ratings, UUID player) {
        return Objects.requireNonNull(ratings.get(player));
    }

    @Provide
    static Arbitrary<Rating> ratings() {
        return Combinators.combine(
                        Arbitraries.doubles().between(600, 2600),
                        Arbitraries.doubles().between(40, 350),
                        Arbitraries.doubles().between(0.03, 0.1))
                .as(Rating::new);
    }

    /** Up to 30 matches of one or two against as many, with minutes to weeks in between. */
    @Provide
    static Arbitrary<List<RatedMatch>> seasons() {
        Arbitrary<List<UUID>> seats = Arbitraries.shuffle(PLAYERS);
        return Combinators.combine(
                        seats,
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(1, 20_000))
                .as(Seat::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(RatingRulesTests::season);
    }

    private record Seat(List<UUID> players, int teamSize, int minutesLater) {}

    private static List<RatedMatch> season(List<Seat> seats) {
        List<RatedMatch> matches = new ArrayList<>();
        Instant now = START;
        for (Seat seat : seats) {
            now = now.plus(Duration.ofMinutes(seat.minutesLater()));
            matches.add(new RatedMatch(
                    new UUID(2, matches.size()),
                    Ladder.ONE_VS_ONE,
                    now,
                    seat.players().subList(0, seat.teamSize()),
                    seat.players().subList(seat.teamSize(), 2 * seat.teamSize())));
        }
        return matches;
    }
}
