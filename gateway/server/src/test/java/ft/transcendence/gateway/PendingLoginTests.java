package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.springframework.web.server.session.WebSessionManager;

/** What the gateway and the browser store about a login, while it is pending and when it is complete. */
class PendingLoginTests extends BrowserTests {
    @Autowired
    private WebSessionManager sessionManager;

    @AfterEach
    void nextPlayer() {
        PROVIDER.changePlayer();
        PROVIDER.setAuthenticationAge(Duration.ZERO);
        PROVIDER.endedSessions().clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/login/42",
                "/login?fresh=true&return=/a",
                "/login?return=//evil.example",
                "/login/oauth2/code/keycloak",
                "/login/oauth2/code/keycloak?code=a&state=b",
                "/login/oauth2/code/keycloak?error=access_denied&state=b",
                "/login/oauth2/code/other?code=a&state=b",
                "/oauth2/authorization/keycloak",
                "/logout",
                "/logout/backchannel",
                "/",
                "/graphiql",
                "/graphiql/settings.json",
                "/avatars/default.svg",
                "/nothing/here",
                "/graphql?query=%7B__typename%7D"
            })
    void storesNothingForAnonymousVisitors(String path) {
        int before = sessions().getSessions().size();
        for (String cookie : List.of("a=b", "transcendence-session=guessed")) {
            get(path, "cookie", cookie, "accept", "text/html, application/json", "x-requested-with", "test");
            send(request(path).header("cookie", cookie).POST(BodyPublishers.ofString("a=b")));
        }
        assertThat(sessions().getSessions()).hasSize(before);
    }

    @Test
    void severalTabsCanLogInAtOnce() {
        List<HttpResponse<String>> tabs = Stream.of("/one", "/two", "/three")
                .map(page -> get("/login?return=" + page))
                .toList();
        String all = tabs.stream().map(BrowserTests::cookieOf).collect(Collectors.joining("; "));

        for (int tab : new int[] {1, 0, 2}) {
            HttpResponse<String> done = get(callback(tabs.get(tab)), "cookie", all);
            assertThat(locationOf(done))
                    .isEqualTo(locationsOf("/one", "/two", "/three").get(tab));
            assertThat(isLoggedIn(sessionCookieOf(done))).isTrue();
        }
    }

    @Test
    void loginCompletesOnceAndOnlyInItsBrowser() {
        HttpResponse<String> pending = get("/login");
        HttpResponse<String> other = get("/login");
        assertThat(locationOf(get(callback(pending), "cookie", cookieOf(other))))
                .isEqualTo(URI.create("/?login=failed"));

        HttpResponse<String> done = complete(pending);

        String name = cookieOf(pending).substring(0, cookieOf(pending).indexOf('='));
        assertThat(done.headers().allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith(name + "=;").contains("Max-Age=0"));
    }

    @Test
    void cookiesOfAbandonedLoginsDoNotAccumulate() {
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> pending =
                    get("/login?return=/" + "a".repeat(300), "cookie", String.join("; ", cookies));
            for (String header : pending.headers().allValues("set-cookie")) {
                String name = header.substring(0, header.indexOf('=') + 1);
                cookies.removeIf(cookie -> cookie.startsWith(name));
            }
            cookies.add(cookieOf(pending));
            assertThat(String.join("; ", cookies)).hasSizeLessThan(4_200);
        }
        assertThat(cookies).hasSizeGreaterThan(1);
    }

    @Test
    void removesUnreadableCookies() {
        HttpResponse<String> pending = get("/login", "cookie", "transcendence-login-old=unreadable; other=kept");
        assertThat(pending.headers().allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("transcendence-login-old=;")
                        .contains("Max-Age=0"))
                .noneSatisfy(cookie -> assertThat(cookie).startsWith("other"));
    }

    @Test
    void loginChangesTheSessionId() {
        String before = logIn();
        HttpResponse<String> pending = get("/login", "cookie", before);

        HttpResponse<String> done = get(callback(pending), "cookie", before + "; " + cookieOf(pending));

        assertThat(sessionCookieOf(done)).isNotEqualTo(before);
        assertThat(isLoggedIn(sessionCookieOf(done))).isTrue();
        assertThat(isLoggedIn(before)).isFalse();
    }

    @Test
    void loginReturnsToThePageThatStartedIt() {
        HttpResponse<String> pending = get("/login/42?return=" + encode("/matches/1?tab=score#top"));

        assertThat(locationOf(complete(pending))).isEqualTo(URI.create("/matches/1?tab=score#top"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "/logout"})
    void loginNeverReturnsToAnotherSite(String page) {
        HttpResponse<String> refused = get("/login?return=" + encode(page));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("location")).isEmpty();
    }

    @Test
    void freshLoginForcesReauthentication() {
        HttpResponse<String> pending = get("/login?fresh=true&return=/account");
        assertThat(parameterOf(pending, "prompt")).isEqualTo("login");
        assertThat(parameterOf(pending, "max_age")).isEqualTo("0");
        assertThat(locationOf(complete(pending))).isEqualTo(URI.create("/account"));
        assertThat(locationOf(get("/login?fresh=false")).getQuery()).doesNotContain("prompt", "max_age");
        assertThat(get("/login?fresh=yes").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAFreshLoginWithoutReauthentication() {
        String before = logIn();
        PROVIDER.setAuthenticationAge(Duration.ofMinutes(2));
        HttpResponse<String> pending = get("/login?fresh=true");

        HttpResponse<String> done = get(callback(pending), "cookie", before + "; " + cookieOf(pending));

        assertThat(locationOf(done)).isEqualTo(URI.create("/?login=failed"));
        assertThat(cookies(done, "transcendence-session")).isEmpty();
        assertThat(isLoggedIn(before)).as("with what it had before").isTrue();
        assertThat(isLoggedIn(logIn())).as("for an ordinary login").isTrue();
    }

    @Test
    void limitsTheSessionsOfOnePlayer() {
        List<String> cookies = IntStream.range(0, 10).mapToObj(i -> logIn()).toList();
        assertThat(cookies.stream().filter(this::isLoggedIn)).hasSize(10);
        String first = cookies.getFirst();
        assertThat(isLoggedIn(first)).as("used last").isTrue();

        String eleventh = logIn();

        assertThat(isLoggedIn(eleventh)).isTrue();
        assertThat(isLoggedIn(cookies.get(1))).as("least recently used").isFalse();
        assertThat(isLoggedIn(first)).isTrue();
    }

    @Test
    void loginEndsTheLeastRecentlyUsedSessionsWhenAllAreInUse() {
        int most = sessions().getMaxSessions();
        try {
            PROVIDER.changePlayer();
            String oldest = logIn();
            PROVIDER.changePlayer();
            String other = logIn();
            sessions().getSessions().values().stream()
                    .filter(session -> !oldest.endsWith(session.getId()) && !other.endsWith(session.getId()))
                    .toList()
                    .forEach(session -> session.invalidate().block());
            sessions().setMaxSessions(2);
            PROVIDER.changePlayer();

            String newest = logIn();

            assertThat(isLoggedIn(newest)).isTrue();
            assertThat(isLoggedIn(other)).isTrue();
            assertThat(isLoggedIn(oldest)).isFalse();
            assertThat(sessions().getSessions()).hasSize(2);
        } finally {
            sessions().setMaxSessions(most);
        }
    }

    private static List<URI> locationsOf(String... pages) {
        return Stream.of(pages).map(URI::create).toList();
    }

    private InMemoryWebSessionStore sessions() {
        return (InMemoryWebSessionStore) ((DefaultWebSessionManager) sessionManager).getSessionStore();
    }
}
