package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.identity.TestIdentityProvider.State;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the identity provider does, somebody who wants to log in or out gets an answer, and soon. */
class ProviderOutageTests extends BrowserTests {
    private static final Duration SOON = Duration.ofSeconds(10);

    private Instant began = Instant.MIN;

    @BeforeEach
    void begin() {
        began = Instant.now();
    }

    @AfterEach
    void repairTheProvider() throws InterruptedException {
        assertThat(Duration.between(began, Instant.now())).isLessThan(SOON);
        PROVIDER.be(State.WELL);
        // until the gateway asks again whether it is
        Thread.sleep(1_100);
    }

    @ParameterizedTest
    @CsvSource({"BROKEN, /login", "SILENT, /login", "BROKEN, /login/42"})
    void nobodyIsSentToAProviderThatIsAway(State state, String path) throws InterruptedException {
        PROVIDER.be(state);
        Thread.sleep(1_100);

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
    void sessionWhoseTokenEndedWaitsForTheProvider() throws InterruptedException {
        PROVIDER.tokensLive(Duration.ofSeconds(1));
        String cookie = logIn();
        Thread.sleep(1_100);
        PROVIDER.tokensLive(Duration.ofMinutes(5));
        PROVIDER.be(State.BROKEN);

        HttpResponse<String> response = query("{ __typename }", "cookie", cookie, "x-requested-with", "test");

        tellsAProgram(response);
        PROVIDER.be(State.WELL);
        assertThat(isLoggedIn(cookie)).as("without another login").isTrue();
    }

    private static void tellsAPerson(HttpResponse<String> response) {
        isUnavailable(response);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        assertThat(response.body())
                .startsWith("<!doctype html>")
                .contains("Nobody can log in at the moment", "href=\"/login\"")
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
