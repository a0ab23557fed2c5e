package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.platform.chaos.GameServers.Played;
import ft.transcendence.subgraph.security.GatewayCredentialFilter;
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
 * What happens to events when processes die. Every test ends with the same check: all counts agree with the history of matches, so every
 * event took effect once and in order.
 */
@TestMethodOrder(OrderAnnotation.class) // tests with two instances first, which needs the fewest starts
class EventChaosTests {

    /** Longer than the producer waits for an acknowledgement (10 s), and than a dead instance is considered alive. */
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("transcend.chaos.outage", 30));

    /** While the broker is unavailable, 99 of 100 game servers wait at most this long for a response. */
    private static final Duration LONG_REPORTING = Duration.ofSeconds(5);

    private static final Duration PACE = Duration.ofMillis(400);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Deployment deployment;
    private static GameServers gameServers;
    private static ConsistencyCheck consistency;

    @BeforeAll
    static void start() {
        deployment = Deployment.start();
        gameServers = new GameServers(deployment);
        consistency = new ConsistencyCheck(deployment);
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @BeforeEach
    void oneInstanceRuns() {
        deployment.start(0);
    }

    @Test
    @Order(1)
    void acceptsResultsWhileTheBrokerIsDownAndDeliversThemLater() throws Exception {
        List<Played> played;
        deployment.start(1);
        try (MatchTraffic traffic = gameServers.startTraffic(PACE)) {
            traffic.continueFor(Duration.ofSeconds(3));
            deployment.broker().crash();
            traffic.continueFor(OUTAGE.dividedBy(3));
            // an instance that dies now leaves unsent events, and restarts without a broker
            deployment.matches().crash(1);
            deployment.matches().start(1);
            traffic.continueFor(OUTAGE.dividedBy(3));
            assertThat(deployment.matchesDatabase().number("SELECT count(*) FROM outbox_record"))
                    .as("results waiting for the broker")
                    .isPositive();
            traffic.continueFor(OUTAGE.dividedBy(3));
            deployment.broker().start();
            traffic.continueFor(Duration.ofSeconds(3));
            played = traffic.stop();
        }

        assertThat(played).hasSizeGreaterThan((int) OUTAGE.toSeconds());
        assertThat(played.stream().filter(match -> match.reporting().compareTo(LONG_REPORTING) > 0))
                .as("game servers that waited long")
                .hasSizeLessThan(1 + played.size() / 100);
        consistency.verify();
        assertThat(idsOfResults())
                .containsAll(played.stream().map(Played::matchId).toList());
    }

    @Test
    void producerKilledAfterSendingAnEventSendsItAgainAndItCountsOnce() {
        List<Played> played;
        try (TransactionBarrier afterSending =
                TransactionBarrier.before("DELETE", "outbox_record", deployment.matchesDatabase())) {
            played = gameServers.playRound();
            await("events sent but still in the outbox").atMost(LIMIT).untilAsserted(() -> {
                assertThat(afterSending.waiting()).isPositive();
                assertThat(resultsOf(played)).isNotEmpty();
            });
            deployment.matches().crash(0);
            afterSending.abortWaiting();
        }
        deployment.matches().start(0);

        consistency.verify();
        assertThat(resultsOf(played)).as("sent events, including duplicates").hasSizeGreaterThan(played.size());
    }

    @Test
    void producerKilledBeforeTheAcknowledgementLosesNothing() {
        deployment.broker().pause();
        List<Played> played = gameServers.playRound();
        assertThat(deployment.matchesDatabase().number("SELECT count(*) FROM outbox_record"))
                .as("results that are committed but not sent")
                .isEqualTo(played.size());
        deployment.matches().crash(0);
        deployment.broker().resume();
        deployment.matches().start(0);

        consistency.verify();
        assertThat(resultsOf(played)).hasSizeGreaterThanOrEqualTo(played.size());
    }

    @Test
    void consumerKilledBeforeItsWriteReadsTheEventAgain() {
        List<Played> played;
        try (TransactionBarrier beforeWriting =
                TransactionBarrier.before("INSERT", "counted_match", deployment.usersDatabase())) {
            played = gameServers.playRound();
            await("reading").atMost(LIMIT).untilAsserted(() -> assertThat(beforeWriting.waiting())
                    .isPositive());
            deployment.users().crash(0);
            beforeWriting.abortWaiting();
        }
        assertThat(counted(played)).as("counted by the killed instance").isZero();
        deployment.users().start(0);

        consistency.verify();
        assertThat(counted(played)).isEqualTo(played.size());
    }

    @Test
    void consumerKilledBeforeTheOffsetCommitCountsTheEventOnce() {
        List<Played> played;
        try (TransactionBarrier beforeWriting =
                TransactionBarrier.before("INSERT", "counted_match", deployment.usersDatabase())) {
            played = gameServers.playRound();
            await("reading").atMost(LIMIT).untilAsserted(() -> {
                assertThat(beforeWriting.waiting()).isPositive();
                assertThat(resultsOf(played)).hasSize(played.size());
            });
            // the write will succeed, but its offset cannot be committed
            deployment.broker().pause();
        }
        await("written").atMost(LIMIT).untilAsserted(() -> assertThat(counted(played))
                .isPositive());
        deployment.users().crash(0);
        // not resumed: it would still process a commit that the killed instance had sent
        deployment.broker().crash();
        deployment.broker().start();
        int countedByTheKilled = counted(played);
        assertThat(deployment.topics().uncommitted(ConsistencyCheck.RESULTS, "users-subgraph"))
                .as("events to read, including those already counted")
                .isEqualTo(played.size())
                .isGreaterThanOrEqualTo(countedByTheKilled);
        deployment.users().start(0);

        consistency.verify();
        assertThat(counted(played)).isEqualTo(played.size());
    }

    @Test
    @Order(2)
    void instancesTakeOverFromKilledOnesDuringTraffic() throws Exception {
        List<Played> played;
        deployment.start(1);
        try (MatchTraffic traffic = gameServers.startTraffic(PACE)) {
            traffic.continueFor(Duration.ofSeconds(5));
            deployment.matches().crash(1);
            deployment.users().crash(1);
            traffic.continueFor(Duration.ofSeconds(8));
            played = traffic.stop();
        }

        consistency.verify();
        assertThat(counted(played)).isEqualTo(played.size());
    }

    @Test
    void poisonMessagesBecomeDeadLettersThatCanBeReplayed() throws Exception {
        List<Played> before = gameServers.playRound();
        // the key determines the partition: results of that partition must get past the invalid record
        String key = before.getFirst().matchId();
        int lettersBefore =
                deployment.topics().records(ConsistencyCheck.RESULTS + ".dlt").size();
        deployment.topics().writeGarbage(ConsistencyCheck.RESULTS, key);
        gameServers.playRound();

        consistency.verify();
        List<ConsumerRecord<String, byte[]>> letters = deployment.topics().records(ConsistencyCheck.RESULTS + ".dlt");
        assertThat(letters).hasSize(lettersBefore + 1);
        assertThat(new String(
                        letters.getLast()
                                .headers()
                                .lastHeader("kafka_dlt-exception-cause-fqcn")
                                .value(),
                        StandardCharsets.UTF_8))
                .endsWith("UnreadableEventException");
        assertThat(replay()).contains("\"replayed\":");
        await("the dead letter is replayed").atMost(LIMIT).untilAsserted(() -> assertThat(
                        deployment.topics().records(ConsistencyCheck.RESULTS + ".dlt"))
                .hasSize(lettersBefore + 2));
        consistency.verify();
    }

    private static int counted(List<Played> played) {
        String ids = played.stream().map(match -> "'" + match.matchId() + "'").collect(Collectors.joining(","));
        return deployment.usersDatabase().number("SELECT count(*) FROM counted_match WHERE match_id IN (" + ids + ")");
    }

    private static List<String> idsOfResults() {
        return deployment.topics().records(ConsistencyCheck.RESULTS).stream()
                .map(ConsumerRecord::key)
                .toList();
    }

    private static List<String> resultsOf(List<Played> played) {
        Set<String> ids = played.stream().map(Played::matchId).collect(Collectors.toSet());
        return idsOfResults().stream().filter(ids::contains).toList();
    }

    /** The operator's command to replay dead letters. */
    private static String replay() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(
                                            deployment.users().url("/actuator/deadletters/" + ConsistencyCheck.RESULTS))
                                    .header(GatewayCredentialFilter.HEADER, TestEnvironment.GATEWAY_CREDENTIAL)
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
