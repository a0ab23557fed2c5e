package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ft.transcendence.gateway.identity.TestIdentityProvider.State;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the identity provider does, somebody who wants to log in or out gets an answer, and soon. */
@Timeout(10)
class ProviderOutageTests extends BrowserTests {
    /** How long the gateway may go by what it knew of the provider before. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @AfterEach
    void repairTheProvider() {
        PROVIDER.be(State.WELL);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/login").statusCode()).isEqualTo(302));
    }

    @ParameterizedTest
    @CsvSource({"BROKEN, /login", "SILENT, /login", "BROKEN, /login/42"})
    void nobodyIsSentToAProviderThatIsAway(State state, String path) {
        PROVIDER.be(state);
        await().atMost(PATIENCE).untilAsserted(() -> isUnavailable(get(path)));

        tellsAPerson(get(path, "accept", "text/html,application/xhtml+xml"));
        tellsAProgram(get(path, "accept", "application/json"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "SILENT"})
    void loginThatTheProviderDoesNotCompleteSaysWhy(State state) {
        HttpResponse<String> begun = get("/login");
        PROVIDER.be(state);

        tellsAPerson(get(callback(begun), "cookie", cookieOf(begun), "accept", "text/html"));
    }

    @Test
    void loginPassesBehindAnOutage() {
        HttpResponse<String> begun = get("/login");
        PROVIDER.be(State.BROKEN);
        tellsAProgram(get(callback(begun), "cookie", cookieOf(begun)));

        PROVIDER.be(State.WELL);

        assertThat(isLoggedIn(logIn())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "SILENT"})
    void logoutIsCompleteHereAndSaysSo(State state) {
        String cookie = logIn();
        PROVIDER.be(state);

        assertThat(locationOf(get("/logout", "cookie", cookie))).isEqualTo(URI.create("/?logout=incomplete"));
        assertThat(isLoggedIn(cookie)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "SILENT"})
    void sessionOutlivesAnOutageAtItsRenewal(State state) {
        PROVIDER.tokensLive(Duration.ofSeconds(20));
        String cookie = logIn();
        PROVIDER.tokensLive(Duration.ofMinutes(5));
        PROVIDER.be(state);
        assertThat(isLoggedIn(cookie)).as("with what is left of its token").isTrue();

        PROVIDER.be(State.WELL);

        assertThat(isLoggedIn(cookie)).isTrue();
    }

    @Test
    void sessionWhoseTokenEndedWaitsForTheProvider() {
        PROVIDER.tokensLive(Duration.ofSeconds(1));
        String cookie = logIn();
        PROVIDER.tokensLive(Duration.ofMinutes(5));
        PROVIDER.be(State.BROKEN);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> tellsAProgram(query("{ __typename }", "cookie", cookie, "x-requested-with", "test")));

        PROVIDER.be(State.WELL);
        assertThat(isLoggedIn(cookie)).as("without another login").isTrue();
    }

    private static void tellsAPerson(HttpResponse<String> response) {
        isUnavailable(response);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        assertThat(response.body())
                .startsWith("<!doctype html>")
                .contains("Login is not possible at the moment", "href=\"/login\"")
                .doesNotContain("127.0.0.1", "Exception");
    }

    private static void tellsAProgram(HttpResponse<String> response) {
        isUnavailable(response);
        assertThat(response.body())
                .startsWith("{\"errors\":[{\"message\":")
                .contains("\"code\":\"IDENTITY_PROVIDER_UNAVAILABLE\"")
                .doesNotContain("127.0.0.1", "Exception");
    }

    private static void isUnavailable(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).hasValue("5");
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
    }
}
