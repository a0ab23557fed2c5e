package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two-factor authentication, enabled and disabled by a player, and required for every kind of login in between. */
@BrowserTest
class TwoFactorLoginTests {

    private static final String ERRORS = "errors { code }";

    @Test
    void passwordLoginAsksForACode(Visitor visitor, Visitor elsewhere) throws Exception {
        visitor.logIn("hedy");
        elsewhere.logIn("hedy");
        Authenticator app = enable(visitor);
        assertThat(errorOf(
                        visitor.execute("mutation { verify2fa(code: \"" + app.wrongCode() + "\") { " + ERRORS + " } }")
                                .data("/verify2fa")))
                .isEqualTo("WRONG_CODE");
        List<String> recoveryCodes = verify(visitor, app);
        visitor.logOut();

        visitor.beginLogin("hedy", Visitor.PASSWORD);
        visitor.enterCode(app.wrongCode());
        assertThat(visitor.inputError()).contains("Invalid");
        assertNotLoggedIn(visitor);
        visitor.beginLogin("hedy", Visitor.PASSWORD);
        visitor.enterCode(app.nextCode());
        visitor.awaitReturn();
        assertThat(visitor.execute("{ loginCheck { method twoFactor } }")
                        .data("/loginCheck")
                        .toString())
                .isEqualTo("{\"method\":\"PASSWORD\",\"twoFactor\":true}");
        visitor.logOut();

        visitor.beginLogin("hedy", Visitor.PASSWORD);
        enterRecoveryCode(visitor, recoveryCodes.getFirst());
        visitor.awaitReturn();
        assertThat(visitor.username()).isEqualTo("hedy");
        visitor.logOut();
        visitor.beginLogin("hedy", Visitor.PASSWORD);
        enterRecoveryCode(visitor, recoveryCodes.getFirst());
        assertThat(visitor.page().locator("body").innerText()).contains("Invalid recovery");
        assertNotLoggedIn(visitor);

        assertThat(elsewhere
                        .execute("mutation { disable2fa { " + ERRORS + " } }")
                        .errorCode())
                .as("an old session is no proof")
                .isEqualTo("FRESH_LOGIN_REQUIRED");
        assertThat(errorOf(elsewhere
                        .execute(
                                "mutation($password: String, $code: String) { disable2fa(password: $password, code: $code) { "
                                        + ERRORS + " } }",
                                Map.of("password", Visitor.PASSWORD, "code", app.nextCode()))
                        .data("/disable2fa")))
                .isEmpty();
        visitor.logIn("hedy");
        assertThat(visitor.username()).isEqualTo("hedy");
    }

    @Test
    void loginWith42AsksForACodeBeforeTheSessionStarts(Visitor visitor) throws Exception {
        visitor.logInWith42("aturing");
        Authenticator app = enable(visitor);
        verify(visitor, app);
        visitor.logOut();

        visitor.beginLoginWith42("aturing");
        visitor.awaitCodeField();
        assertNotLoggedIn(visitor);
        visitor.beginLoginWith42("aturing");
        visitor.enterCode(app.wrongCode());
        assertThat(visitor.inputError()).contains("Invalid");
        visitor.enterCode(app.nextCode());
        visitor.awaitReturn();
        assertThat(visitor.execute("{ loginCheck { method twoFactor } }")
                        .data("/loginCheck")
                        .toString())
                .isEqualTo("{\"method\":\"FORTY_TWO\",\"twoFactor\":true}");

        assertThat(errorOf(visitor.execute("mutation { disable2fa { " + ERRORS + " } }")
                        .data("/disable2fa")))
                .as("the login has just verified a code")
                .isEmpty();
        visitor.logOut();
        visitor.logInWith42("aturing");
        assertThat(visitor.username()).isEqualTo("aturing");
    }

    private static Authenticator enable(Visitor visitor) {
        JsonNode setup = visitor.execute("mutation { enable2fa { setup { secret otpauthUri qrCode } " + ERRORS + " } }")
                .data("/enable2fa/setup");
        String secret = setup.path("secret").asString();
        assertThat(setup.path("otpauthUri").asString())
                .startsWith("otpauth://totp/")
                .contains(secret);
        assertThat(setup.path("qrCode").asString()).startsWith("data:image/png;base64,");
        return new Authenticator(secret);
    }

    /** Returns the recovery codes. */
    private static List<String> verify(Visitor visitor, Authenticator app) throws InterruptedException {
        List<String> codes = visitor.execute(
                        "mutation { verify2fa(code: \"" + app.nextCode() + "\") { recoveryCodes " + ERRORS + " } }")
                .data("/verify2fa/recoveryCodes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(codes).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
        return codes;
    }

    private static void enterRecoveryCode(Visitor visitor, String code) {
        visitor.awaitCodeField();
        visitor.page().locator("#try-another-way").click();
        visitor.page().getByText("Recovery Authentication Code").first().click();
        visitor.page().locator("#recoveryCodeInput").fill(code);
        visitor.page().locator("#kc-login").click();
    }

    private static void assertNotLoggedIn(Visitor visitor) {
        visitor.open("/graphiql");
        assertThat(visitor.username()).isEmpty();
    }

    private static String errorOf(JsonNode payload) {
        return payload.at("/errors/0/code").asString("");
    }
}
