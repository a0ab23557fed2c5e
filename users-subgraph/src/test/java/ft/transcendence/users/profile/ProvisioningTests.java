package ft.transcendence.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@UsersTest
class ProvisioningTests {

    @Autowired
    Players players;

    @Test
    void createsOneProfileAndOneEventForConcurrentFirstRequests() throws InterruptedException, ExecutionException {
        Player ada = players.stranger("ada");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> calls = IntStream.range(0, 16)
                    .mapToObj(ignored -> callers.submit(() -> ada.graphql().data("{ viewer { id username } }")))
                    .toList();
            for (Future<JsonNode> call : calls) {
                assertThat(call.get().at("/viewer/username").asString()).isEqualTo(ada.username());
            }
        }
        // a later change, whose event comes after all others with the same key
        List<ConsumerRecord<String, byte[]>> events =
                TestTopic.named("profile-updates").ofKey(ada.id().toString(), 1);
        assertThat(events).hasSize(1);
    }

    @Test
    void publishesAProfileThatMatchesTheSchema() {
        Player ada = players.join("ada");
        ConsumerRecord<String, byte[]> event =
                TestTopic.named("profile-updates").ofKey(ada.id().toString(), 1).getFirst();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(getClass().getResourceAsStream("/events/profile-updates.v1.schema.json"));
        String body = new String(event.value(), StandardCharsets.UTF_8);
        assertThat(schema.validate(body, InputFormat.JSON)).isEmpty();
        assertThat(body).contains(ada.id().toString(), ada.username());
        assertThat(new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("ft.transcendence.profile.updated.v1");
    }

    @Test
    void usesPictureAnd42ButNoRealNameFromTheToken() {
        UUID id = UUID.randomUUID();
        String token = TestIdentity.instance()
                .token(id, "lovelace-" + id, claims -> claims.claim("name", "Ada Lovelace")
                        .claim("given_name", " Ada ")
                        .claim("family_name", "Love\u202Elace")
                        .claim("picture", "https://cdn.intra.42.fr/ada.jpg")
                        .claim("identity_provider", "42")
                        .claim("identity_provider_identity", "alovelac")
                        .claim("campus", "London"));
        JsonNode viewer = players.anonymous()
                .as(token)
                .data("{ viewer { displayName firstName lastName avatarUrl via42 username42 campus } }")
                .get("viewer");
        assertThat(viewer.get("displayName").asString()).isEqualTo("lovelace-" + id);
        assertThat(viewer.get("firstName").asString()).isEqualTo("Ada");
        assertThat(viewer.get("lastName").asString()).isEqualTo("Lovelace");
        ConsumerRecord<String, byte[]> event =
                TestTopic.named("profile-updates").ofKey(id.toString(), 1).getFirst();
        assertThat(new String(event.value(), StandardCharsets.UTF_8)).doesNotContain("Ada", "Lovelace");
        assertThat(viewer.get("avatarUrl").asString()).isEqualTo("https://cdn.intra.42.fr/ada.jpg");
        assertThat(viewer.get("via42").asBoolean()).isTrue();
        assertThat(viewer.get("username42").asString()).isEqualTo("alovelac");
        assertThat(viewer.get("campus").asString()).isEqualTo("London");
    }

    @Test
    void updatesTheLinkWith42AtTheNextLoginWithIt() {
        Player ada = players.join("ada");
        assertThat(linkWith42(ada.graphql())).isEqualTo("{\"via42\":false,\"username42\":null,\"campus\":null}");
        assertThat(linkWith42(via42(ada, "alovelac", "London")))
                .isEqualTo("{\"via42\":true,\"username42\":\"alovelac\",\"campus\":\"London\"}");
        assertThat(linkWith42(via42(ada, "aking", "Paris")))
                .isEqualTo("{\"via42\":true,\"username42\":\"aking\",\"campus\":\"Paris\"}");
        assertThat(linkWith42(ada.graphql()))
                .as("a login with the password keeps the identity at 42")
                .isEqualTo("{\"via42\":true,\"username42\":\"aking\",\"campus\":\"Paris\"}");
    }

    @Test
    void ignoresInvalidPictures() {
        UUID id = UUID.randomUUID();
        String token = TestIdentity.instance()
                .token(id, "script-" + id, claims -> claims.claim("picture", "javascript:alert(1)"));
        assertThat(players.anonymous()
                        .as(token)
                        .data("{ viewer { avatarUrl } }")
                        .at("/viewer/avatarUrl")
                        .asString())
                .isEqualTo("/avatars/default.svg");
    }

    @Test
    void addsASuffixToATakenName() {
        Player ada = players.join("taken");
        UUID id = UUID.randomUUID();
        String token = TestIdentity.instance().player(id, ada.username().toUpperCase(Locale.ROOT));
        assertThat(players.anonymous()
                        .as(token)
                        .data("{ viewer { username } }")
                        .at("/viewer/username")
                        .asString())
                .startsWith(ada.username().toUpperCase(Locale.ROOT) + "-");
    }

    @ParameterizedTest
    @CsvSource({"x\u202Ey, xy", "x\u200By, xy", "x@example.org, x"})
    void acceptsALoginWithAnInvalidName(String shape, String shown) {
        UUID id = UUID.randomUUID();
        String unique = id.toString().substring(0, 8);
        assertThat(usernameOf(id, shape.replace("x", unique))).isEqualTo(shown.replace("x", unique));
    }

    @Test
    void addsASuffixToALookAlike() {
        Player coco = players.join("coco");
        String cyrillic = coco.username().replace('c', '\u0441').replace('o', '\u043E');
        assertThat(usernameOf(UUID.randomUUID(), cyrillic)).startsWith(cyrillic + "-");
    }

    @Test
    void acceptsALoginWhoseNamesAreAllTaken() {
        UUID id = UUID.randomUUID();
        String name = "coveted" + id.toString().substring(0, 8);
        List<String> taken = List.of(name, name + "-" + id.toString().substring(0, 8), "player:" + id);
        for (String each : taken) {
            players.join("eve")
                    .graphql()
                    .data("mutation { updateProfile(input: { displayName: \"" + each + "\" }) { errors { code } } }");
        }
        assertThat(usernameOf(id, name)).isEqualTo("player:" + id);
    }

    private String usernameOf(UUID id, String preferred) {
        return players.anonymous()
                .as(TestIdentity.instance().player(id, preferred))
                .data("{ viewer { username } }")
                .at("/viewer/username")
                .asString();
    }

    private TestGraphQL via42(Player player, String login, String campus) {
        return players.anonymous()
                .as(TestIdentity.instance()
                        .token(player.id(), player.username(), claims -> claims.claim("identity_provider", "42")
                                .claim("identity_provider_identity", login)
                                .claim("campus", campus)));
    }

    private static String linkWith42(TestGraphQL graphql) {
        return graphql.data("{ viewer { via42 username42 campus } }")
                .get("viewer")
                .toString();
    }
}
