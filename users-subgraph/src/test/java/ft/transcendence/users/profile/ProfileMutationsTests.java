package ft.transcendence.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@UsersTest
class ProfileMutationsTests {

    @Autowired
    Players players;

    Player ada;

    @BeforeEach
    void join() {
        ada = players.join("ada");
    }

    @Test
    void completesTheProfileOfAUserWhoNeverCalled() {
        Player eve = players.stranger("eve");
        JsonNode payload = eve.graphql()
                .data("mutation { createProfile(input: { displayName: \" Eve \", bio: \"two\\nlines\" })"
                        + " { user { id displayName bio } errors { code } } }")
                .get("createProfile");
        assertThat(payload.at("/user/id").asString()).isEqualTo(eve.id().toString());
        assertThat(payload.at("/user/displayName").asString()).isEqualTo("Eve");
        assertThat(payload.at("/user/bio").asString()).isEqualTo("two\nlines");
    }

    @Test
    void changesOnlyWhatTheInputNames() {
        update(Map.of("displayName", "Ada", "bio", "I count", "avatarUrl", "https://example.org/ada.png"));
        JsonNode user = update(Map.of("displayName", "Countess")).get("user");
        assertThat(user.get("displayName").asString()).isEqualTo("Countess");
        assertThat(user.get("bio").asString()).isEqualTo("I count");
        assertThat(user.get("avatarUrl").asString()).isEqualTo("https://example.org/ada.png");
        Map<String, Object> removal = new HashMap<>();
        removal.put("bio", null);
        removal.put("avatarUrl", null);
        user = update(removal).get("user");
        assertThat(user.get("bio").isNull()).isTrue();
        assertThat(user.get("avatarUrl").asString()).isEqualTo("/avatars/default.svg");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "displayName | ''                         | INVALID_TEXT",
                "displayName | '   '                      | INVALID_TEXT",
                "displayName | 'bell\u0007'               | INVALID_TEXT",
                "displayName | 'turned\u202Earound'       | INVALID_TEXT",
                "avatarUrl   | 'http://example.org/a.png' | INVALID_URL",
                "avatarUrl   | 'javascript:alert(1)'      | INVALID_URL",
                "avatarUrl   | 'https://u:p@example.org'  | INVALID_URL",
                "avatarUrl   | 'https://'                 | INVALID_URL",
            },
            delimiter = '|')
    void refuses(String field, String value, String code) {
        JsonNode payload = update(Map.of(field, value));
        assertThat(payload.get("user").isNull()).isTrue();
        assertThat(payload.at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(payload.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName", "firstName", "lastName"})
    void boundsNamesByTheirCharacters(String field) {
        assertThat(update(Map.of(field, "ü".repeat(50))).get("errors")).isEmpty();
        assertThat(update(Map.of(field, "ü".repeat(51))).at("/errors/0/code").asString())
                .isEqualTo("INVALID_TEXT");
    }

    @Test
    void tellsOfChangesInOrderAndWithRisingVersions() {
        for (int change = 1; change <= 20; change++) {
            update(Map.of("displayName", "Ada " + change));
        }
        update(Map.of("displayName", "Ada 20"));
        List<ConsumerRecord<String, byte[]>> events =
                TestTopic.named("profile-updates").ofKey(ada.id().toString(), 21);
        assertThat(events).hasSize(21);
        for (int change = 1; change <= 20; change++) {
            JsonNode body =
                    JsonMapper.shared().readTree(new String(events.get(change).value(), StandardCharsets.UTF_8));
            assertThat(body.get("displayName").asString()).isEqualTo("Ada " + change);
            assertThat(body.get("version").asInt()).isEqualTo(change);
        }
    }

    @Test
    void isForPlayersAlone() {
        String mutation = "mutation { updateProfile(input: {}) { user { id } } }";
        assertThat(players.anonymous().errorCode(mutation)).isEqualTo("UNAUTHENTICATED");
        assertThat(players.gameServer().errorCode(mutation)).isEqualTo("FORBIDDEN");
    }

    private JsonNode update(Map<String, ?> input) {
        return ada.graphql()
                .data(
                        "mutation($input: ProfileInput!) { updateProfile(input: $input)"
                                + " { user { displayName bio avatarUrl } errors { code field message } } }",
                        Map.of("input", input))
                .get("updateProfile");
    }
}
