package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.json.JsonMapper;

/** Verifies that both sides of the events are consistent. */
final class ConsistencyCheck {

    static final String RESULTS = "match-completions";
    static final String CHALLENGES = "challenge-updates";
    static final String TOURNAMENTS = "tournament-updates";
    static final String PROFILES = "profile-updates";

    private static final String COMPLETED = "ft.transcendence.match.completed.v1";
    private static final String VOIDED = "ft.transcendence.match.voided.v1";
    private static final Duration DELIVERY_LIMIT = Duration.ofSeconds(90);

    private final Deployment deployment;

    ConsistencyCheck(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Waits until every event is delivered, then asserts that each result was counted once and each profile copied, in order. */
    void verify() {
        verifyBooks();
        versionsAreInOrder();
        resultsAreInOrder();
    }

    /** The same, without regard to what is in the topics: they may have been emptied. */
    void verifyBooks() {
        await("every event is sent").atMost(DELIVERY_LIMIT).untilAsserted(() -> {
            assertThat(deployment.matchesDatabase().rows("SELECT payload FROM outbox_record"))
                    .isEmpty();
            assertThat(deployment.usersDatabase().rows("SELECT payload FROM outbox_record"))
                    .isEmpty();
        });
        await("every event is read").atMost(DELIVERY_LIMIT).untilAsserted(() -> {
            assertThat(deployment.topics().uncommitted(RESULTS, "users-subgraph"))
                    .isZero();
            assertThat(deployment.topics().uncommitted(CHALLENGES, "users-subgraph"))
                    .isZero();
            assertThat(deployment.topics().uncommitted(TOURNAMENTS, "users-subgraph"))
                    .isZero();
            assertThat(deployment.topics().uncommitted(PROFILES, "matches-subgraph"))
                    .isZero();
        });
        assertThat(totals()).as("totals counted by users").isEqualTo(history());
        assertThat(statistics()).as("statistics counted by matches").isEqualTo(playedHistory());
        assertThat(copies()).as("the read model of profiles").isEqualTo(profiles());
    }

    /** Wins, losses and points of every player, as users counted them from events. */
    private List<String> totals() {
        return deployment
                .usersDatabase()
                .rows(
                        "SELECT user_id, wins, losses, total_score FROM standing WHERE wins + losses > 0 ORDER BY user_id");
    }

    /** The same, computed from the matches. */
    private List<String> history() {
        return deployment.matchesDatabase().rows("""
                        SELECT user_id, count(*) FILTER (WHERE outcome = 'WIN'), count(*) FILTER (WHERE outcome = 'LOSS'),
                            sum(CASE team WHEN 'ONE' THEN score_one ELSE score_two END)
                        FROM match_player JOIN match ON match.id = match_id
                        WHERE status = 'COMPLETED' AND NOT doubtful GROUP BY user_id ORDER BY user_id
                        """);
    }

    private List<String> statistics() {
        return deployment
                .matchesDatabase()
                .rows(
                        "SELECT user_id, played, wins, losses FROM player_statistics WHERE mode = 'OVERALL' ORDER BY user_id");
    }

    private List<String> playedHistory() {
        return deployment.matchesDatabase().rows("""
                        SELECT user_id, count(*), count(*) FILTER (WHERE outcome = 'WIN'),
                            count(*) FILTER (WHERE outcome = 'LOSS')
                        FROM match_player JOIN match ON match.id = match_id
                        WHERE status = 'COMPLETED' AND NOT doubtful GROUP BY user_id ORDER BY user_id
                        """);
    }

    private List<String> profiles() {
        return deployment.usersDatabase().rows("SELECT id, username, display_name, version FROM profile ORDER BY id");
    }

    private List<String> copies() {
        return deployment
                .matchesDatabase()
                .rows("SELECT user_id, username, display_name, profile_version FROM player ORDER BY user_id");
    }

    /** Every version of each profile was sent, and none before its predecessor. Duplicates are allowed. */
    private void versionsAreInOrder() {
        Map<String, List<Integer>> firstSent = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : deployment.topics().records(PROFILES)) {
            List<Integer> versions = firstSent.computeIfAbsent(record.key(), key -> new ArrayList<>());
            int version = JsonMapper.shared()
                    .readTree(new String(record.value(), StandardCharsets.UTF_8))
                    .path("version")
                    .asInt();
            if (!versions.contains(version)) {
                versions.add(version);
            }
        }
        assertThat(firstSent).isNotEmpty();
        firstSent.forEach((user, versions) -> assertThat(versions)
                .as("versions of profile " + user + " in the order they were sent")
                .isEqualTo(IntStream.range(0, versions.size()).boxed().toList()));
    }

    /** No match was voided before its result was sent. */
    private void resultsAreInOrder() {
        Map<String, List<String>> firstSent = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : deployment.topics().records(RESULTS)) {
            List<String> types = firstSent.computeIfAbsent(record.key(), key -> new ArrayList<>());
            String type = typeOf(record);
            if (!type.isEmpty() && !types.contains(type)) {
                types.add(type);
            }
        }
        assertThat(firstSent).isNotEmpty();
        firstSent.forEach((match, types) -> assertThat(types)
                .as("events of match " + match)
                .isEqualTo(List.of(COMPLETED, VOIDED).subList(0, types.size())));
    }

    /** The event type; empty if the record is not an event. */
    private static String typeOf(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
    }
}
