package ft.transcendence.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestJson;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

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
    void completesTheProfileOfANewUser() {
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
    void changesOnlyTheGivenFields() {
        update(Map.of(
                "displayName",
                "Ada of " + ada.username(),
                "bio",
                "I count",
                "avatarUrl",
                "https://example.org/ada.png"));
        JsonNode user =
                update(Map.of("displayName", "Countess of " + ada.username())).get("user");
        assertThat(user.get("displayName").asString()).isEqualTo("Countess of " + ada.username());
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
    void rejects(String field, String value, String code) {
        JsonNode payload = update(Map.of(field, value));
        assertThat(payload.get("user").isNull()).isTrue();
        assertThat(payload.at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(payload.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName", "firstName", "lastName"})
    void limitsTheLengthOfNames(String field) {
        assertThat(update(Map.of(
                                field,
                                ada.username() + "ü".repeat(50 - ada.username().length())))
                        .get("errors"))
                .isEmpty();
        assertThat(update(Map.of(field, "ü".repeat(51))).at("/errors/0/code").asString())
                .isEqualTo("INVALID_TEXT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName", "firstName", "lastName", "bio"})
    void acceptsEmojiWithJoiners(String field) {
        assertThat(update(Map.of(field, "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 of " + ada.username()))
                        .get("errors"))
                .isEmpty();
    }

    @Test
    void acceptsLineBreaksOfAnySystemInABio() {
        assertThat(update(Map.of("bio", "one\r\ntwo\rthree")).at("/user/bio").asString())
                .isEqualTo("one\ntwo\nthree");
        assertThat(update(Map.of("displayName", "one\ntwo"))
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("INVALID_TEXT");
    }

    @Test
    void rejectsNamesThatLookLikeAnothers() {
        Player sasha = players.join("sasha");
        sasha.graphql()
                .data("mutation { updateProfile(input: { displayName: \"Countess " + sasha.username()
                        + "\" }) { user { id } } }");
        for (String name : List.of(
                sasha.username().toUpperCase(Locale.ROOT),
                sasha.username().replace('a', '\u0430'),
                "countess " + sasha.username(),
                "Deleted  Player",
                "deleted:" + UUID.randomUUID(),
                "p1ayer:" + sasha.id())) {
            JsonNode payload = update(Map.of("displayName", name, "bio", "not stored"));
            assertThat(payload.at("/errors/0/code").asString()).as(name).isEqualTo("NAME_TAKEN");
            assertThat(payload.at("/errors/0/field").asString()).isEqualTo("displayName");
        }
        assertThat(update(Map.of()).at("/user/bio").isNull()).isTrue();
    }

    @Test
    void releasesThePreviousDisplayName() {
        Player sasha = players.join("sasha");
        update(Map.of("displayName", "First of " + ada.username()));
        update(Map.of("displayName", "Second of " + ada.username()));
        assertThat(sasha.graphql()
                        .data("mutation { updateProfile(input: { displayName: \"First of " + ada.username()
                                + "\" }) { errors { code } } }")
                        .at("/updateProfile/errors"))
                .isEmpty();
    }

    @Test
    void oneOfManyConcurrentRequestsGetsTheName() throws Exception {
        String name = "Wanted by " + ada.username();
        List<Callable<String>> requests = IntStream.range(0, 6)
                .mapToObj(index -> players.join("suitor"))
                .<Callable<String>>map(player -> () -> player.graphql()
                        .data("mutation { updateProfile(input: { displayName: \"" + name
                                + "\" }) { errors { code } } }")
                        .at("/updateProfile/errors")
                        .toString())
                .toList();
        List<String> responses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> response : threads.invokeAll(requests)) {
                responses.add(response.get());
            }
        }
        assertThat(responses).containsOnlyOnce("[]");
        assertThat(responses.stream().filter(response -> response.contains("NAME_TAKEN")))
                .hasSize(5);
    }

    @Test
    void publishesChangesInOrderWithIncreasingVersions() {
        for (int change = 1; change <= 20; change++) {
            update(Map.of("displayName", ada.username() + " the " + change));
        }
        update(Map.of("displayName", ada.username() + " the 20"));
        List<ConsumerRecord<String, byte[]>> events =
                TestTopic.named("profile-updates").ofKey(ada.id().toString(), 21);
        assertThat(events).hasSize(21);
        for (int change = 1; change <= 20; change++) {
            JsonNode body = TestJson.read(events.get(change).value());
            assertThat(body.get("displayName").asString()).isEqualTo(ada.username() + " the " + change);
            assertThat(body.get("version").asInt()).isEqualTo(change);
        }
    }

    @Test
    void requiresAPlayer() {
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
