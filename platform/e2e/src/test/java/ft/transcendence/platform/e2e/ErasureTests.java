package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Nothing of an erased player remains in any table, topic or log, except what is listed here with a reason. New tables, topics and logs are
 * searched as well.
 */
@BrowserTest
class ErasureTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "profile-updates";
    private static final String DEAD_LETTERS = "profile-updates.dlt";

    /** Everything that identifies the player; none of it occurs anywhere else. */
    private static final List<String> NAMES = List.of(
            "zquexada",
            "Zephyrine",
            "Quexada",
            "Antananarivo",
            "zquexada@student.42.example",
            "https://cdn.intra.42.example/users/zquexada.jpg",
            "Zaragozana",
            "Zurbarana",
            "Zapateado by the sea",
            "https://example.org/zarzuela.png");

    /** Where names remain for a limited time; the limits are asserted below. */
    private static final List<String> NAMES_FADE_FROM = List.of(
            // the broker keeps earlier records until it compacts the topic
            "topic:" + TOPIC,
            // an event that could not be read
            "topic:" + DEAD_LETTERS);

    /** Where the id remains, which does not identify the player. */
    private static final List<String> ID_STAYS_IN = List.of(
            // the anonymous player in other players' histories, and the proof of the erasure
            "users.profile.id",
            "users.profile.username",
            "users.erasure.user_id",
            // those histories, and the ledger from which the opponents' ratings follow
            "matches.player.user_id",
            "matches.match_player.user_id",
            "matches.player_rating.user_id",
            "matches.player_statistics.user_id",
            "matches.rating_change.user_id",
            // the idempotency keys of a game server's requests
            "matches.idempotent_request.request",
            // the deletion of the account, for a week
            "keycloak.admin_event_entity.resource_path",
            // events of matches, and the tombstone
            "topic:" + TOPIC,
            "topic:" + DEAD_LETTERS,
            "matches.challenge.challenger",
            "matches.challenge.challenged",
            "matches.tournament.organizer",
            "matches.tournament_entrant.user_id",
            "matches.tournament_pairing.player_one",
            "matches.tournament_pairing.player_two",
            "matches.tournament_pairing.winner",
            "topic:block-updates",
            "topic:challenge-updates",
            "topic:tournament-updates",
            "topic:match-completions",
            "topic:match-updates",
            "topic:notification-updates",
            "topic:presence-updates");

    private final Platform platform;
    private final GraphQL gateway;
    private final Topics topics;
    private final DatabaseSearch stored;

    ErasureTests(Platform platform) {
        this.platform = platform;
        this.gateway = new GraphQL(platform.url());
        this.topics = new Topics(platform);
        this.stored = new DatabaseSearch(platform);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void leavesOnlyWhatIsListed(Visitor visitor) throws Exception {
        visitor.logInWith42("zquexada");
        String id = visitor.execute("{ viewer { id } }").data("/viewer/id").asString();
        live(visitor, id);
        String secret = twoFactorSecretOf(visitor);
        Authenticator app = new Authenticator(secret);
        visitor.execute("mutation { verify2fa(code: \"" + app.nextCode() + "\") { errors { code } } }")
                .data("/verify2fa");
        loseAnEvent(id);
        assertThat(stored.of(NAMES))
                .as("the search finds what is there")
                .contains(
                        new Finding("users.profile.bio", "Zapateado by the sea"),
                        new Finding("users.profile.campus", "Antananarivo"),
                        new Finding("users.player_name.skeleton", "zquexada"),
                        new Finding("matches.player.display_name", "Zaragozana"),
                        new Finding("keycloak.user_entity.email", "zquexada@student.42.example"),
                        new Finding("keycloak.federated_identity.federated_username", "zquexada"));
        assertThat(stored.of(List.of(secret)))
                .extracting(Finding::location)
                .containsExactly("keycloak.credential.secret_data");

        failToLogIn(visitor);
        visitor.beginLoginWith42("zquexada");
        visitor.enterCode(app.nextCode());
        visitor.awaitReturn();
        assertThat(visitor.execute(
                                "mutation { deleteAccount(confirmation: \"zquexada\") { receipt { id } errors { code } } }")
                        .data("/deleteAccount/receipt/id")
                        .asString())
                .isNotEmpty();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored.of(NAMES)).isEmpty());
        assertThat(stored.of(List.of(secret))).isEmpty();
        assertThat(topics.traces(NAMES)).extracting(Finding::location).isSubsetOf(NAMES_FADE_FROM);
        assertThat(topics.last(TOPIC, id)).as("tombstone").isNull();
        assertThat(Stream.concat(stored.of(List.of(id)).stream(), topics.traces(List.of(id)).stream()))
                .extracting(Finding::location)
                .isSubsetOf(ID_STAYS_IN);
        assertThat(platform.logs().traces(NAMES))
                // the name entered in a failed login, which an operator must see
                .filteredOn(trace -> !trace.location().equals("keycloak.log")
                        || !trace.text().contains("LOGIN_ERROR"))
                .isEmpty();
    }

    @Test
    void retentionMatchesTheDocumentedLimits() {
        assertThat(topics.setting(TOPIC, "cleanup.policy")).isEqualTo("compact");
        assertThat(days(topics.setting(TOPIC, "segment.ms")) + days(topics.setting(TOPIC, "max.compaction.lag.ms")))
                .as("an old segment is closed, then compacted")
                .isLessThanOrEqualTo(2);
        assertThat(topics.setting(DEAD_LETTERS, "cleanup.policy")).isEqualTo("delete");
        assertThat(days(topics.setting(DEAD_LETTERS, "segment.ms"))
                        + days(topics.setting(DEAD_LETTERS, "retention.ms")))
                .as("a segment goes when its youngest letter is old")
                .isLessThanOrEqualTo(7);
    }

    @Test
    void compactionDeletesRecordsBeforeATombstone() {
        String key = UUID.randomUUID().toString();
        String text = "erased " + key;
        Map<String, String> before = Map.of(
                "segment.ms", topics.setting(TOPIC, "segment.ms"),
                "max.compaction.lag.ms", topics.setting(TOPIC, "max.compaction.lag.ms"));
        topics.set(TOPIC, Map.of("segment.ms", "1", "max.compaction.lag.ms", "1"));
        try {
            topics.send(TOPIC, key, "{\"text\":\"" + text + "\"}", event("of.another.type"));
            topics.send(TOPIC, key, null, event("of.another.type"));
            assertThat(topics.traces(List.of(text))).isNotEmpty();

            // as many writes as the users subgraph makes in half a day
            topics.send(TOPIC, key, null, event("of.another.type"));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(topics.traces(List.of(text)))
                    .isEmpty());
        } finally {
            topics.set(TOPIC, before);
        }
    }

    /** Gives the player a profile, a friend and a match. */
    private void live(Visitor visitor, String id) {
        assertThat(visitor.execute(
                                "mutation($input: ProfileInput!) { updateProfile(input: $input) { errors { code } } }",
                                Map.of(
                                        "input",
                                        Map.of(
                                                "displayName", "Zaragozana",
                                                "firstName", "Zurbarana",
                                                "bio", "Zapateado by the sea",
                                                "avatarUrl", "https://example.org/zarzuela.png")))
                        .data("/updateProfile/errors"))
                .isEmpty();
        String ada = gateway.execute(platform.playerToken("ada"), "{ viewer { id } }")
                .data("/viewer/id")
                .asString();
        assertThat(visitor.execute("mutation { requestFriend(userId: \"" + ada + "\") { errors { code } } }")
                        .data("/requestFriend/errors"))
                .isEmpty();
        GameServer gameServer = new GameServer(gateway, platform.gameServerToken());
        String match = gameServer.start(id, ada);
        gameServer.finish(match, "erasure-" + match).data("/finishMatch/match");
    }

    private static String twoFactorSecretOf(Visitor visitor) {
        return visitor.execute("mutation { enable2fa { setup { secret } } }")
                .data("/enable2fa/setup/secret")
                .asString();
    }

    /** An unreadable event with the player's names becomes a dead letter. */
    private void loseAnEvent(String id) {
        topics.send(
                TOPIC,
                id,
                "{\"userId\":\"" + id
                        + "\",\"version\":\"none\",\"username\":\"zquexada\",\"displayName\":\"Zaragozana\"}",
                event("ft.transcendence.profile.updated.v1"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(topics.traces(List.of("zquexada")))
                .extracting(Finding::location)
                .contains("topic:" + DEAD_LETTERS));
    }

    private static void failToLogIn(Visitor visitor) {
        visitor.logOut();
        visitor.beginLogin("zquexada", "not the password");
        assertThat(visitor.inputError()).isNotEmpty();
    }

    private static Map<String, String> event(String type) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", UUID.randomUUID().toString(),
                "ce_source", "/users",
                "ce_type", type,
                "content-type", "application/json");
    }

    private static long days(String milliseconds) {
        return Duration.ofMillis(Long.parseLong(milliseconds)).toDays();
    }
}
