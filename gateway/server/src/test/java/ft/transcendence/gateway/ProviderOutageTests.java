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

/** Whatever the identity provider does, a login or logout gets a response soon. */
@Timeout(10)
class ProviderOutageTests extends BrowserTests {
    /** How long the result of a probe is valid. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @AfterEach
    void restoreTheProvider() {
        PROVIDER.setState(State.WELL);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/login").statusCode()).isEqualTo(302));
    }

    @ParameterizedTest
    @CsvSource({"BROKEN, /login", "SILENT, /login", "BROKEN, /login/42"})
    void doesNotRedirectToAnUnavailableProvider(State state, String path) {
        PROVIDER.setState(state);
        await().atMost(PATIENCE).untilAsserted(() -> isUnavailable(get(path)));

        assertOutagePage(get(path, "accept", "text/html,application/xhtml+xml"));
        assertOutageJson(get(path, "accept", "application/json"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "SILENT"})
    void incompleteLoginShowsTheOutagePage(State state) {
        HttpResponse<String> pending = get("/login");
        PROVIDER.setState(state);

        assertOutagePage(get(callback(pending), "cookie", cookieOf(pending), "accept", "text/html"));
    }

    @Test
    void loginWorksAgainAfterAnOutage() {
        HttpResponse<String> pending = get("/login");
        PROVIDER.setState(State.BROKEN);
        assertOutageJson(get(callback(pending), "cookie", cookieOf(pending)));

        PROVIDER.setState(State.WELL);

        assertThat(isLoggedIn(logIn())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "SILENT"})
    void logoutDuringAnOutageEndsTheSessionAndReportsTheOutage(State state) {
        String cookie = logIn();
        PROVIDER.setState(state);

        assertThat(locationOf(get("/logout", "cookie", cookie))).isEqualTo(URI.create("/?logout=incomplete"));
        assertThat(isLoggedIn(cookie)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "SILENT"})
    void sessionSurvivesAnOutageDuringItsRefresh(State state) {
        PROVIDER.tokensLive(Duration.ofSeconds(20));
        String cookie = logIn();
        PROVIDER.tokensLive(Duration.ofMinutes(5));
        PROVIDER.setState(state);
        assertThat(isLoggedIn(cookie)).as("with the rest of its token").isTrue();

        PROVIDER.setState(State.WELL);

        assertThat(isLoggedIn(cookie)).isTrue();
    }

    @Test
    void sessionWithAnExpiredTokenIsKeptUntilTheProviderReturns() {
        PROVIDER.tokensLive(Duration.ofSeconds(1));
        String cookie = logIn();
        PROVIDER.tokensLive(Duration.ofMinutes(5));
        PROVIDER.setState(State.BROKEN);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertOutageJson(query("{ __typename }", "cookie", cookie, "x-requested-with", "test")));

        PROVIDER.setState(State.WELL);
        assertThat(isLoggedIn(cookie)).as("without another login").isTrue();
    }

    private static void assertOutagePage(HttpResponse<String> response) {
        isUnavailable(response);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        assertThat(response.body())
                .startsWith("<!doctype html>")
                .contains("Login is not possible at the moment", "href=\"/login\"")
                .doesNotContain("127.0.0.1", "Exception");
    }

    private static void assertOutageJson(HttpResponse<String> response) {
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
