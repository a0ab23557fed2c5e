package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.platform.chaos.League.Played;
import ft.transcendence.subgraph.caller.GatewayCredentialFilter;
import ft.transcendence.subgraph.testing.TestEnvironment;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What happens to events when processes die. Every test ends with the same demand: all books agree with the history of
 * matches, so every event took effect, once, in order.
 */
@TestMethodOrder(OrderAnnotation.class) // those with two instances first: the fewest starts
class EventChaosTests {

    /** Longer than the producer waits for an acknowledgement (10 s) and than a dead instance is believed alive. */
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("transcend.chaos.outage", 30));

    /** While the broker is away, game servers wait no longer than this for an answer, but for one in a hundred. */
    private static final Duration LONG_REPORTING = Duration.ofSeconds(5);

    private static final Duration PACE = Duration.ofMillis(400);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Site site;
    private static League league;
    private static Books books;

    @BeforeAll
    static void start() {
        site = Site.start();
        league = new League(site);
        books = new Books(site);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void oneInstanceRuns() {
        site.start(0);
    }

    @Test
    @Order(1)
    void resultsAreTakenWhileTheBrokerIsAwayAndArriveWhenItIsBack() throws Exception {
        List<Played> played;
        site.start(1);
        try (Season season = league.begin(PACE)) {
            season.playOn(Duration.ofSeconds(3));
            site.broker().crash();
            season.playOn(OUTAGE.dividedBy(3));
            // an instance that dies meanwhile leaves unsent events, and comes back without a broker
            site.matches().crash(1);
            site.matches().start(1);
            season.playOn(OUTAGE.dividedBy(3));
            assertThat(site.matchesDatabase().number("select count(*) from outbox_record"))
                    .as("results waiting for the broker")
                    .isPositive();
            season.playOn(OUTAGE.dividedBy(3));
            site.broker().start();
            season.playOn(Duration.ofSeconds(3));
            played = season.end();
        }

        assertThat(played).hasSizeGreaterThan((int) OUTAGE.toSeconds());
        assertThat(played.stream().filter(match -> match.reporting().compareTo(LONG_REPORTING) > 0))
                .as("game servers that waited long")
                .hasSizeLessThan(1 + played.size() / 100);
        books.mustAgree();
        assertThat(idsOfResults())
                .containsAll(played.stream().map(Played::matchId).toList());
    }

    @Test
    void producersKilledBetweenSendingAnEventAndForgettingItSendItAgainAndItCountsOnce() {
        List<Played> played;
        try (HoldingPoint afterSending = HoldingPoint.before("DELETE", "outbox_record", site.matchesDatabase())) {
            played = league.playRound();
            await("sent and not forgotten").atMost(LIMIT).untilAsserted(() -> {
                assertThat(afterSending.held()).isPositive();
                assertThat(resultsOf(played)).isNotEmpty();
            });
            site.matches().crash(0);
            afterSending.discardHeld();
        }
        site.matches().start(0);

        books.mustAgree();
        assertThat(resultsOf(played)).as("what was sent, some of it twice").hasSizeGreaterThan(played.size());
    }

    @Test
    void producersKilledBeforeTheBrokerAnswersLoseNothing() {
        site.broker().ignoreEverybody();
        List<Played> played = league.playRound();
        assertThat(site.matchesDatabase().number("select count(*) from outbox_record"))
                .as("results that are committed and not sent")
                .isEqualTo(played.size());
        site.matches().crash(0);
        site.broker().listen();
        site.matches().start(0);

        books.mustAgree();
        assertThat(resultsOf(played)).hasSizeGreaterThanOrEqualTo(played.size());
    }

    @Test
    void consumersKilledBeforeTheirWriteReadTheEventAgain() {
        List<Played> played;
        try (HoldingPoint beforeWriting = HoldingPoint.before("INSERT", "counted_match", site.usersDatabase())) {
            played = league.playRound();
            await("reading").atMost(LIMIT).untilAsserted(() -> assertThat(beforeWriting.held())
                    .isPositive());
            site.users().crash(0);
            beforeWriting.discardHeld();
        }
        assertThat(counted(played)).as("counted by the dead").isZero();
        site.users().start(0);

        books.mustAgree();
        assertThat(counted(played)).isEqualTo(played.size());
    }

    @Test
    void consumersKilledBetweenTheirWriteAndTheOffsetsCommitCountTheEventOnce() {
        List<Played> played;
        try (HoldingPoint beforeWriting = HoldingPoint.before("INSERT", "counted_match", site.usersDatabase())) {
            played = league.playRound();
            await("reading").atMost(LIMIT).untilAsserted(() -> {
                assertThat(beforeWriting.held()).isPositive();
                assertThat(resultsOf(played)).hasSize(played.size());
            });
            // the write will succeed, and its offset cannot be committed
            site.broker().ignoreEverybody();
        }
        await("written").atMost(LIMIT).untilAsserted(() -> assertThat(counted(played))
                .isPositive());
        site.users().crash(0);
        // not woken: what the dead had sent it, a commit perhaps, would still be read
        site.broker().crash();
        site.broker().start();
        int countedByTheDead = counted(played);
        assertThat(site.topics().uncommitted(Books.RESULTS, "users-subgraph"))
                .as("events to be read, the counted ones again")
                .isEqualTo(played.size())
                .isGreaterThanOrEqualTo(countedByTheDead);
        site.users().start(0);

        books.mustAgree();
        assertThat(counted(played)).isEqualTo(played.size());
    }

    @Test
    @Order(2)
    void instancesShareTheWorkAndTakeOverFromKilledOnesWhileMatchesGoOn() throws Exception {
        List<Played> played;
        site.start(1);
        try (Season season = league.begin(PACE)) {
            season.playOn(Duration.ofSeconds(5));
            site.matches().crash(1);
            site.users().crash(1);
            season.playOn(Duration.ofSeconds(8));
            played = season.end();
        }

        books.mustAgree();
        assertThat(counted(played)).isEqualTo(played.size());
    }

    @Test
    void poisonGoesAsideWithItsCauseAndCanBeSentRoundAgain() throws Exception {
        List<Played> before = league.playRound();
        // the key decides the partition: results of this match's partition have to get past the poison
        String key = before.getFirst().matchId();
        int asideBefore = site.topics().records(Books.RESULTS + ".dlt").size();
        site.topics().writeGarbage(Books.RESULTS, key);
        league.playRound();

        books.mustAgree();
        List<ConsumerRecord<String, byte[]>> aside = site.topics().records(Books.RESULTS + ".dlt");
        assertThat(aside).hasSize(asideBefore + 1);
        assertThat(new String(
                        aside.getLast()
                                .headers()
                                .lastHeader("kafka_dlt-exception-cause-fqcn")
                                .value(),
                        StandardCharsets.UTF_8))
                .endsWith("UnreadableEventException");
        assertThat(replay()).contains("\"replayed\":");
        await("poison comes back").atMost(LIMIT).untilAsserted(() -> assertThat(
                        site.topics().records(Books.RESULTS + ".dlt"))
                .hasSize(asideBefore + 2));
        books.mustAgree();
    }

    private static int counted(List<Played> played) {
        String ids = played.stream().map(match -> "'" + match.matchId() + "'").collect(Collectors.joining(","));
        return site.usersDatabase().number("select count(*) from counted_match where match_id in (" + ids + ")");
    }

    private static List<String> idsOfResults() {
        return site.topics().records(Books.RESULTS).stream()
                .map(ConsumerRecord::key)
                .toList();
    }

    private static List<String> resultsOf(List<Played> played) {
        Set<String> ids = played.stream().map(Played::matchId).collect(Collectors.toSet());
        return idsOfResults().stream().filter(ids::contains).toList();
    }

    /** The operator's command for results that users put aside. */
    private static String replay() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(site.users().url("/actuator/deadletters/" + Books.RESULTS))
                                    .header(GatewayCredentialFilter.HEADER, TestEnvironment.GATEWAY_CREDENTIAL)
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
