package ft.transcendence.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Logins with a password in a browser, what they leave there, and logout. */
@BrowserTest
class PasswordLoginTests {

    private static final String RENAME =
            "{\"query\":\"mutation { updateProfile(input: {bio: \\\"defaced\\\"}) { errors { code } } }\"}";
    /** An encoded JSON object and a dot, as at the start of every token of Keycloak. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.");

    private static final String BIO = "{ viewer { bio } }";

    private final Platform platform;

    PasswordLoginTests(Platform platform) {
        this.platform = platform;
    }

    @Test
    void operationsRunAsThePlayerUntilLogout(Visitor visitor) {
        visitor.open("/graphiql");
        assertThat(visitor.username()).isEmpty();

        visitor.logIn("ada");

        assertThat(visitor.username()).isEqualTo("ada");
        assertThat(visitor.execute("{ loginCheck { method twoFactor client } }")
                        .data("/loginCheck")
                        .toString())
                .isEqualTo("{\"method\":\"PASSWORD\",\"twoFactor\":false,\"client\":\"gateway\"}");

        visitor.logOut();

        assertThat(visitor.username()).isEmpty();
        visitor.open("/login");
        assertThat(visitor.page().locator("#password").isVisible())
                .as("Keycloak's own session is over, too")
                .isTrue();
    }

    @Test
    void secondLoginInTheSameBrowserNeedsNoPassword(Visitor visitor) {
        visitor.logIn("alan");

        visitor.open("/login");

        visitor.awaitReturn();
        assertThat(visitor.username()).isEqualTo("alan");
    }

    @Test
    void browserStoresOnlyAnHttpOnlyCookie(Visitor visitor) {
        visitor.open("/login");
        String beforeLogin = visitor.sessionId();

        visitor.logIn("barbara");

        // the second cookie is that of the first login, which was not completed
        assertThat(visitor.cookies())
                .satisfiesOnlyOnce(cookie -> assertThat(cookie.name).isEqualTo(Visitor.SESSION_COOKIE))
                .hasSize(2)
                .allSatisfy(cookie -> {
                    assertThat(cookie.httpOnly).isTrue();
                    assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
                });
        assertThat(visitor.sessionId())
                .as("the session id changes at the login")
                .isNotEmpty()
                .isNotEqualTo(beforeLogin);
        assertThat(visitor.page().evaluate("document.cookie + JSON.stringify({...localStorage, ...sessionStorage})"))
                .asString()
                .doesNotContain(visitor.sessionId())
                .doesNotContainPattern(TOKEN);
        visitor.logOut();
        assertThat(visitor.addresses())
                .noneMatch(address -> TOKEN.matcher(address).find());
    }

    @Test
    void sessionIsUselessAfterLogout(Visitor visitor, Visitor thief) {
        visitor.logIn("dennis");
        Cookie stolen = visitor.cookies().getFirst();
        thief.open("/graphiql");
        thief.page().context().addCookies(List.of(stolen));
        assertThat(thief.username()).isEqualTo("dennis");

        visitor.logOut();

        assertThat(thief.username()).isEmpty();
    }

    @Test
    void cookieAloneDoesNotAuthenticateARequest(Visitor visitor) {
        visitor.logIn("edsger");

        var withoutProof =
                visitor.fetch(platform.url() + "/graphql", Map.of("content-type", "application/json"), RENAME);
        var asAForm = visitor.fetch(
                platform.url() + "/graphql", Map.of("content-type", "text/plain", "x-requested-with", "e2e"), RENAME);

        assertThat(withoutProof.status()).isEqualTo(403);
        assertThat(withoutProof.errorCode()).isEqualTo("CSRF_REFUSED");
        assertThat(asAForm.status()).isEqualTo(415);
        assertThat(visitor.execute(BIO).data("/viewer/bio").asString("")).isNotEqualTo("defaced");
    }

    @Test
    void pageOfAnotherOriginCannotActAsThePlayer(Visitor visitor) {
        visitor.logIn("edsger");

        visitor.page().navigate(platform.fortyTwoUrl() + "/health");
        var json = visitor.fetch(platform.url() + "/graphql", Map.of("content-type", "application/json"), RENAME);
        var proved = visitor.fetch(platform.url() + "/graphql", Map.of("x-requested-with", "e2e"), RENAME);
        visitor.fetch(platform.url() + "/graphql", Map.of("content-type", "text/plain"), RENAME);
        visitor.fetch(platform.url() + "/logout", Map.of(), "");

        assertThat(json.status()).as("the browser did not even send it").isZero();
        assertThat(proved.status()).isZero();
        visitor.open("/graphiql");
        assertThat(visitor.username()).isEqualTo("edsger");
        assertThat(visitor.execute(BIO).data("/viewer/bio").asString("")).isNotEqualTo("defaced");
    }

    @Test
    void loginPageReportsAWrongPassword(Visitor visitor) {
        visitor.beginLogin("frances", "not-her-password");

        assertThat(visitor.inputError()).contains("Invalid username or password");
        visitor.open("/graphiql");
        assertThat(visitor.username()).isEmpty();
    }

    @Test
    void freshLoginAsksForThePasswordAndReturnsToThePage(Visitor visitor) {
        visitor.logIn("ada");
        Instant first = authenticatedAt(visitor);
        visitor.open("/login?return=/graphiql%3Ffrom%3Dsession");
        visitor.page().waitForURL("**/graphiql?from=session");
        assertThat(authenticatedAt(visitor))
                .as("of a login that rides on the session")
                .isEqualTo(first);
        // Keycloak counts in seconds
        await().until(() -> Instant.now().getEpochSecond() > first.getEpochSecond());

        visitor.open("/login?fresh=true&return=/graphiql%3Ffrom%3Daccount");
        visitor.page().locator("#password").fill(Visitor.PASSWORD);
        visitor.page().locator("#kc-login").click();
        visitor.page().waitForURL("**/graphiql?from=account");

        assertThat(authenticatedAt(visitor)).isAfter(first);
    }

    private static Instant authenticatedAt(Visitor visitor) {
        return Instant.parse(visitor.execute("{ loginCheck { authenticatedAt } }")
                .data("/loginCheck/authenticatedAt")
                .asString());
    }
}
