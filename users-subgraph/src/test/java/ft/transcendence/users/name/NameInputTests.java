package ft.transcendence.users.name;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.servers.testing.TestNames;
import ft.transcendence.subgraph.testing.TestIdentity;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Sends the same names from every source: Keycloak, 42 and the player's own changes. */
@UsersTest
class NameInputTests {

    private static final String NAMES = "ft.transcendence.platform.servers.testing.TestNames#";
    private static final List<String> TEXTS = List.of("displayName", "firstName", "lastName", "bio");
    private static final AtomicInteger count = new AtomicInteger();

    @Autowired
    Players players;

    @ParameterizedTest
    @MethodSource(NAMES + "hostile")
    void rejectsInvisibleCharactersFromPlayers(String hostile) {
        Player ada = players.join("ada");
        for (String field : TEXTS) {
            JsonNode payload = update(ada, Map.of(field, hostile));
            assertThat(payload.at("/errors/0/code").asString()).as(field).isEqualTo("INVALID_TEXT");
        }
        JsonNode picture = update(ada, Map.of("avatarUrl", "https://example.org/" + hostile));
        assertThat(picture.at("/user/avatarUrl").asString("")).matches("\\p{ASCII}*");
    }

    @ParameterizedTest
    @MethodSource({NAMES + "hostile", NAMES + "broken"})
    void removesInvisibleCharactersAtTheLogin(String hostile) {
        JsonNode viewer = firstLogin(hostile, hostile, hostile);
        for (String field : List.of("username", "displayName", "firstName", "lastName", "username42", "campus")) {
            String stored = viewer.path(field).asString("");
            assertThat(PersonalText.validateLine(stored, 50)).as(field).isEmpty();
            assertThat(stored).as(field).isEqualTo(PersonalText.normalizeLine(stored));
        }
        assertThat(viewer.path("username").asString()).isNotBlank();
        assertThat(viewer.path("avatarUrl").asString()).matches("\\p{ASCII}+");
    }

    @ParameterizedTest
    @MethodSource(NAMES + "good")
    void acceptsValidNamesUnchanged(String good) {
        String unique = good + "-" + count.incrementAndGet();
        Player ada = players.join("ada");
        Map<String, Object> input = new HashMap<>();
        TEXTS.forEach(field -> input.put(field, unique));
        JsonNode payload = update(ada, input);
        assertThat(payload.get("errors")).isEmpty();
        TEXTS.forEach(field ->
                assertThat(payload.at("/user/" + field).asString()).as(field).isEqualTo(unique));
        JsonNode viewer = firstLogin("good" + UUID.randomUUID(), good, good);
        for (String field : List.of("firstName", "lastName", "campus")) {
            assertThat(viewer.path(field).asString()).as(field).isEqualTo(good);
        }
    }

    @ParameterizedTest
    @MethodSource(NAMES + "goodLines")
    void acceptsLineBreaksOnlyInABio(String lines) {
        Player ada = players.join("ada");
        assertThat(update(ada, Map.of("bio", lines)).at("/user/bio").asString()).isEqualTo(lines);
        for (String field : List.of("displayName", "firstName", "lastName")) {
            assertThat(update(ada, Map.of(field, lines)).at("/errors/0/code").asString())
                    .as(field)
                    .isEqualTo("INVALID_TEXT");
        }
    }

    @Test
    void rejectsNamesThatLookLikeAnotherPlayers() {
        Player paleo = players.join(TestNames.TWINNED);
        Player ada = players.join("ada");
        for (String twin : TestNames.lookingLike(paleo.username()).toList()) {
            assertThat(update(ada, Map.of("displayName", twin))
                            .at("/errors/0/code")
                            .asString())
                    .as(twin)
                    .isEqualTo("NAME_TAKEN");
            JsonNode viewer = firstLogin(twin, "Ada", "ada");
            Stream.of("username", "displayName")
                    .forEach(field -> assertThat(Skeletons.of(viewer.path(field).asString()))
                            .as(twin)
                            .doesNotContainAnyElementsOf(Skeletons.of(paleo.username())));
        }
    }

    @Test
    void rejectsNamesThatLookLikeAChosenDisplayName() {
        Player paleo = players.join("paleo");
        Player ada = players.join("ada");
        String chosen = TestNames.TWINNED + " of " + paleo.username();
        assertThat(update(paleo, Map.of("displayName", chosen)).get("errors")).isEmpty();
        for (String twin : TestNames.lookingLike(chosen).toList()) {
            assertThat(update(ada, Map.of("displayName", twin))
                            .at("/errors/0/code")
                            .asString())
                    .as(twin)
                    .isEqualTo("NAME_TAKEN");
        }
    }

    @Test
    void rejectsOrTruncatesLongNames() {
        String overlong = "x".repeat(202);
        Player ada = players.join("ada");
        for (String field : List.of("displayName", "firstName", "lastName")) {
            assertThat(update(ada, Map.of(field, overlong)).at("/errors/0/code").asString())
                    .isEqualTo("INVALID_TEXT");
        }
        JsonNode viewer = firstLogin(overlong, overlong, overlong);
        viewer.properties()
                .forEach(field -> assertThat(field.getValue().asString().length())
                        .as(field.getKey())
                        .isLessThanOrEqualTo(field.getKey().equals("avatarUrl") ? 500 : 50));
    }

    private JsonNode firstLogin(String username, String name, String at42) {
        String token = TestIdentity.instance()
                .token(UUID.randomUUID(), username, claims -> claims.claim("name", name + " " + name)
                        .claim("given_name", name)
                        .claim("family_name", name)
                        .claim("picture", "https://cdn.intra.42.fr/" + at42)
                        .claim("identity_provider", "42")
                        .claim("identity_provider_identity", at42)
                        .claim("campus", at42));
        return players.anonymous()
                .as(token)
                .data("{ viewer { username displayName firstName lastName avatarUrl username42 campus } }")
                .get("viewer");
    }

    private static JsonNode update(Player player, Map<String, ?> input) {
        return player.graphql()
                .data(
                        "mutation($input: ProfileInput!) { updateProfile(input: $input) {"
                                + " user { displayName firstName lastName bio avatarUrl } errors { code field } } }",
                        Map.of("input", input))
                .get("updateProfile");
    }
}
