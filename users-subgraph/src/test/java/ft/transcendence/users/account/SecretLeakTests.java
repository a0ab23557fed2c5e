package ft.transcendence.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.testing.TestEnvironment;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import ft.transcendence.subgraph.testing.TestTopic;
import ft.transcendence.users.Players;
import ft.transcendence.users.UsersTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Secrets must not appear in logs, events or errors. */
@UsersTest
@ExtendWith(OutputCaptureExtension.class)
class SecretLeakTests {

    private static final String WRONG_PASSWORD = "Guessed-horse-9";

    @Autowired
    Players players;

    @Test
    void logsAndEventsContainNoTokenSecretPasswordOrAddress(CapturedOutput output) {
        RegisteredPlayer ada = RegisteredPlayer.withPassword(players);
        String token = TestIdentity.instance().player(ada.id(), ada.username());
        String forged = TestIdentity.instance().forged(ada.id(), ada.username());
        TestGraphQL graphql = players.anonymous().as(token);

        graphql.data("mutation { updateProfile(input: { displayName: \"Ada\" }) { user { id } } }");
        assertThat(players.anonymous().as(forged).status("{ viewer { id } }", TestEnvironment.GATEWAY_CREDENTIAL))
                .isEqualTo(401);
        assertThat(graphql.status("{ viewer { id } }", null)).isEqualTo(401);
        String secret = graphql.data("mutation { enable2fa { setup { secret } } }")
                .at("/enable2fa/setup/secret")
                .asString();
        JsonNode verified = graphql.data(
                "mutation($code: String!) { verify2fa(code: $code) { recoveryCodes } }",
                Map.of("code", AuthenticatorCodes.current(secret)));
        JsonNode refused = graphql.execute(
                "mutation($current: String!) { changePassword(currentPassword: $current, newPassword: \"short\")"
                        + " { errors { message } } }",
                Map.of("current", WRONG_PASSWORD));

        List<String> secrets = List.of(
                token,
                signature(token),
                signature(forged),
                secret,
                verified.at("/verify2fa/recoveryCodes/0").asString(),
                WRONG_PASSWORD,
                RegisteredPlayer.PASSWORD,
                TestEnvironment.GATEWAY_CREDENTIAL,
                ada.username() + "@example.org");
        assertThat(secrets).allSatisfy(each -> assertThat(each).hasSizeGreaterThan(8));
        String events = TestTopic.named("profile-updates").ofKey(ada.id().toString(), 1).stream()
                .map(event -> new String(event.value(), StandardCharsets.UTF_8) + event.headers())
                .toList()
                .toString();
        assertThat(events).contains(ada.username()).doesNotContain(secrets);
        assertThat(refused.toString()).doesNotContain(secrets);
        assertThat(output.getAll()).doesNotContain(secrets);
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
