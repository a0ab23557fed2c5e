package ft.transcendence.users.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@UsersTest
class AccountTests {

    private static final String OTHER_PASSWORD = "Battery-staple-2";
    private static final String DELETE = "mutation($confirmation: String!) { deleteAccount(confirmation: $confirmation)"
            + " { receipt { id erasedAt } errors { code } } }";

    @Autowired
    Players players;

    @Autowired
    JdbcClient jdbc;

    @Test
    void describesTheLogin() {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        JsonNode check = check(ada.graphql());
        assertThat(check.at("/user/username").asString()).isEqualTo(ada.username());
        assertThat(check.get("method").asString()).isEqualTo("PASSWORD");
        assertThat(check.get("twoFactor").asBoolean()).isFalse();
        assertThat(check.get("client").asString()).isEqualTo("gateway");
        assertThat(Instant.parse(check.get("expiresAt").asString())).isAfter(Instant.now());
        JsonNode via42 = check(
                ada.graphql(claims -> claims.claim("identity_provider", "42").claim("amr", List.of("otp"))));
        assertThat(via42.get("method").asString()).isEqualTo("FORTY_TWO");
        assertThat(via42.get("twoFactor").asBoolean()).isTrue();
        assertThat(players.anonymous()
                        .data("{ loginCheck { client } }")
                        .get("loginCheck")
                        .isNull())
                .isTrue();
    }

    @Test
    void showsTheAccountOnlyToItsUser() {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        JsonNode account = ada.graphql()
                .data("{ viewer { account { email emailVerified twoFactorEnabled passwordSet } } }")
                .at("/viewer/account");
        assertThat(account.get("email").asString()).isEqualTo(ada.username() + "@example.org");
        assertThat(account.get("twoFactorEnabled").asBoolean()).isFalse();
        assertThat(account.get("passwordSet").asBoolean()).isTrue();
        Player bob = players.join("bob");
        String entity =
                "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on User { account { email } } } }";
        Map<String, ?> ids = Map.of("ids", List.of(Map.of("__typename", "User", "id", ada.id())));
        for (TestGraphQL stranger : List.of(bob.graphql(), players.anonymous(), players.gameServer())) {
            assertThat(stranger.data(entity, ids).at("/_entities/0/account").isNull())
                    .isTrue();
        }
    }

    @Test
    void changesThePasswordOfAUserWithAnotherNameInKeycloak() {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        TestGraphQL faster = players.anonymous().as(TestIdentity.instance().player(UUID.randomUUID(), ada.username()));
        faster.data("{ viewer { id } }");
        assertThat(ada.graphql()
                        .data("{ viewer { username } }")
                        .at("/viewer/username")
                        .asString())
                .isNotEqualTo(ada.username());

        assertThat(changePassword(ada, RegisteredPlayer.PASSWORD, OTHER_PASSWORD))
                .isEmpty();

        assertThat(KeycloakLogin.succeeds(ada, OTHER_PASSWORD, Optional.empty()))
                .isTrue();
    }

    @Test
    void changesThePasswordWithTheCurrentOne() {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        assertThat(changePassword(ada, RegisteredPlayer.PASSWORD, "short")).isEqualTo("PASSWORD_REFUSED");
        assertThat(KeycloakLogin.succeeds(ada, RegisteredPlayer.PASSWORD, Optional.empty()))
                .isTrue();
        assertThat(changePassword(ada, RegisteredPlayer.PASSWORD, OTHER_PASSWORD))
                .isEmpty();
        assertThat(KeycloakLogin.succeeds(ada, OTHER_PASSWORD, Optional.empty()))
                .isTrue();
        assertThat(KeycloakLogin.succeeds(ada, RegisteredPlayer.PASSWORD, Optional.empty()))
                .isFalse();
    }

    /** Nothing follows the wrong attempt: until Keycloak has recorded it, right ones are refused as well. */
    @Test
    void changesNoPasswordWithAWrongOne() {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);

        assertThat(changePassword(ada, "Wrong-horse-1", OTHER_PASSWORD)).isEqualTo("WRONG_CREDENTIALS");
    }

    @Test
    void endsTheSessionsOnOtherDevicesWhenThePasswordChanges() {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        KeycloakLogin.Session here = KeycloakLogin.session(ada);
        KeycloakLogin.Session elsewhere = KeycloakLogin.session(ada);

        ada.graphql(claims -> claims.claim("sid", here.id()))
                .data("mutation { changePassword(currentPassword: \"" + RegisteredPlayer.PASSWORD
                        + "\", newPassword: \"" + OTHER_PASSWORD + "\") { errors { code } } }");

        assertThat(elsewhere.lives()).isFalse();
        assertThat(here.lives()).isTrue();
    }

    @Test
    void setsAFirstPasswordAfterAFreshLogin() {
        RegisteredPlayer ada = RegisteredPlayer.withoutPassword(players);
        String mutation = "mutation { changePassword(newPassword: \"" + OTHER_PASSWORD
                + "\") { account { passwordSet } errors { code } } }";
        TestGraphQL stale = ada.graphql(claims ->
                claims.claim("auth_time", Instant.now().minusSeconds(600).getEpochSecond()));
        assertThat(stale.errorCode(mutation)).isEqualTo("FRESH_LOGIN_REQUIRED");
        assertThat(ada.graphql()
                        .data(mutation)
                        .at("/changePassword/account/passwordSet")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void erasesTheAccountEverywhereAndLeavesAnAnonymousPlayer() {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        Player bob = players.join("bob");
        ada.graphql()
                .data(
                        "mutation { updateProfile(input: { displayName: \"Ada Leaving\", bio: \"I count\" }) { user { id } } }");
        ada.graphql().data("mutation { requestFriend(userId: \"" + bob.id() + "\") { user { id } } }");
        UUID match = UUID.randomUUID();
        TestTopic.named("match-completions")
                .send(match.toString(), UUID.randomUUID().toString(), TYPE, won(match, ada.id()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ada.graphql()
                                .data("{ viewer { wins } }")
                                .at("/viewer/wins")
                                .asInt()
                        == 1);

        ada.graphql().data("mutation { reportPresence { presence } }");
        assertThat(notificationsWith(ada.id()))
                .as("the request, the result and the first win")
                .isEqualTo(3);
        assertThat(signsOf(ada.id())).isEqualTo(1);
        assertThat(progressOf(ada.id())).isEqualTo(1);

        JsonNode deleted = ada.graphql()
                .data(DELETE, Map.of("confirmation", ada.username()))
                .get("deleteAccount");
        assertThat(deleted.get("errors")).isEmpty();
        assertThat(notificationsWith(ada.id())).isZero();
        assertThat(progressOf(ada.id())).isZero();
        assertThat(signsOf(ada.id())).isZero();
        assertThat(deleted.at("/receipt/id").asString()).hasSize(36);

        assertThat(ada.existsAtKeycloak()).isFalse();
        JsonNode remains = bob.graphql()
                .data(
                        "query($id: ID!) { user(id: $id) { username displayName bio firstName active wins } }",
                        Map.of("id", ada.id()))
                .get("user");
        assertThat(remains.get("displayName").asString()).isEqualTo("Deleted player");
        assertThat(remains.get("username").asString()).isEqualTo("deleted:" + ada.id());
        assertThat(remains.get("active").asBoolean()).isFalse();
        assertThat(remains.get("wins").asInt(-1)).isZero();
        assertThat(remains.get("bio").isNull()).isTrue();
        assertThat(bob.graphql()
                        .data("{ viewer { friendRequestsReceived { nodes { id } } } }")
                        .at("/viewer/friendRequestsReceived/nodes"))
                .isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM profile WHERE profile::text LIKE :name")
                        .param("name", "%" + ada.username() + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        List<ConsumerRecord<String, byte[]>> events =
                TestTopic.named("profile-updates").ofKey(ada.id().toString(), 3);
        assertThat(events.getLast().value()).isNull();

        // the access token is still valid for some minutes, but must not restore anything
        assertThat(ada.graphql().errorCode("mutation { updateProfile(input: {}) { user { id } } }"))
                .isEqualTo("FORBIDDEN");
        assertThat(ada.graphql()
                        .data("{ viewer { displayName } }")
                        .at("/viewer/displayName")
                        .asString())
                .isEqualTo("Deleted player");
        UUID late = UUID.randomUUID();
        Player eve = players.join("eve");
        TestTopic.named("match-completions")
                .send(late.toString(), UUID.randomUUID().toString(), TYPE, won(late, ada.id()));
        TestTopic.named("match-completions")
                .send(late.toString(), UUID.randomUUID().toString(), TYPE, won(UUID.randomUUID(), eve.id()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> eve.graphql()
                                .data("{ viewer { wins } }")
                                .at("/viewer/wins")
                                .asInt()
                        == 1);
        assertThat(ada.graphql().data("{ viewer { wins } }").at("/viewer/wins").asInt(-1))
                .isZero();
        assertThat(progressOf(ada.id())).isZero();
    }

    @Test
    void erasesOnceForRepeatedAndConcurrentRequests() throws Exception {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        Map<String, ?> confirmation = Map.of("confirmation", ada.username());
        ada.graphql().data("{ viewer { id } }");
        List<Callable<String>> twice = Collections.nCopies(2, () -> ada.graphql()
                .data(DELETE, confirmation)
                .at("/deleteAccount")
                .toString());
        List<String> responses = new ArrayList<>();
        try (ExecutorService sides = Executors.newFixedThreadPool(2)) {
            for (Future<String> response : sides.invokeAll(twice)) {
                responses.add(response.get());
            }
        }
        responses.add(
                ada.graphql().data(DELETE, confirmation).at("/deleteAccount").toString());
        assertThat(responses).allMatch(response -> response.contains("\"errors\":[]"));
        assertThat(Set.copyOf(responses)).as("one receipt").hasSize(1);
    }

    @Test
    void erasesAnAccountWhoseAnonymousNameIsTaken() {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        ada.graphql().data("{ viewer { id } }");
        for (String taken : List.of("deleted-" + ada.id(), "deleted:" + ada.id())) {
            players.anonymous()
                    .as(TestIdentity.instance().player(UUID.randomUUID(), taken))
                    .data("{ viewer { id } }");
        }
        assertThat(ada.graphql()
                        .data(DELETE, Map.of("confirmation", ada.username()))
                        .at("/deleteAccount/receipt/id")
                        .asString())
                .hasSize(36);
    }

    @Test
    void erasesOnlyAfterAFreshLoginAndAConfirmation() {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        Map<String, ?> confirmation = Map.of("confirmation", ada.username());
        TestGraphQL stale = ada.graphql(claims ->
                claims.claim("auth_time", Instant.now().minusSeconds(600).getEpochSecond()));
        assertThat(stale.errorCode(DELETE, confirmation)).isEqualTo("FRESH_LOGIN_REQUIRED");
        TestGraphQL service = ada.graphql(claims -> claims.claim("auth_time", null));
        assertThat(service.errorCode(DELETE, confirmation)).isEqualTo("FRESH_LOGIN_REQUIRED");
        assertThat(ada.graphql()
                        .data(DELETE, Map.of("confirmation", "yes"))
                        .at("/deleteAccount/errors/0/code")
                        .asString())
                .isEqualTo("NOT_CONFIRMED");
        assertThat(ada.existsAtKeycloak()).isTrue();
        assertThat(players.anonymous().errorCode(DELETE, confirmation)).isEqualTo("UNAUTHENTICATED");
        assertThat(players.gameServer().errorCode(DELETE, confirmation)).isEqualTo("FORBIDDEN");
    }

    /** How many notifications the user has, or is the subject of. */
    private int notificationsWith(UUID user) {
        return jdbc.sql("SELECT count(*) FROM notification WHERE :user IN (user_id, subject)")
                .param("user", user)
                .query(Integer.class)
                .single();
    }

    private int signsOf(UUID user) {
        return jdbc.sql("SELECT count(*) FROM presence WHERE user_id = ?")
                .param(user)
                .query(Integer.class)
                .single();
    }

    private static final String TYPE = "ft.transcendence.match.completed.v1";

    private int progressOf(UUID player) {
        return jdbc.sql("SELECT count(*) FROM player_progress WHERE user_id = ?")
                .param(player)
                .query(Integer.class)
                .single();
    }

    private static String won(UUID match, UUID winner) {
        return "{\"matchId\":\"" + match + "\",\"mode\":\"ONE_VS_ONE\",\"finishReason\":\"FORFEIT\","
                + "\"completedAt\":\"2026-03-01T12:05:00Z\",\"players\":[{\"userId\":\"" + winner
                + "\",\"team\":1,\"score\":11,\"outcome\":\"WIN\"}]}";
    }

    private static JsonNode check(TestGraphQL graphql) {
        return graphql.data("{ loginCheck { user { username } method twoFactor authenticatedAt expiresAt client } }")
                .get("loginCheck");
    }

    private static String changePassword(RegisteredPlayer player, String current, String next) {
        return player.graphql()
                .data(
                        "mutation($current: String!, $next: String!) { changePassword(currentPassword: $current,"
                                + " newPassword: $next) { account { passwordSet } errors { code } } }",
                        Map.of("current", current, "next", next))
                .at("/changePassword/errors/0/code")
                .asString("");
    }
}
