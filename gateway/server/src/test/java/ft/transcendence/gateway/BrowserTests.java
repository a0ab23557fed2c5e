package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/** What a browser does at a login. */
abstract class BrowserTests extends GatewayTests {
    private static final String SESSION = "(__Host-)?transcendence-session";
    private static final String PENDING_LOGIN = "(__Host-)?transcendence-login-.*";

    /** Logs a player in and returns the session's cookie. */
    final String logIn() {
        HttpResponse<String> done = complete(get("/login"));
        assertThat(locationOf(done)).isEqualTo(URI.create("/"));
        return sessionCookieOf(done);
    }

    /** Completes a pending login. */
    final HttpResponse<String> complete(HttpResponse<String> pending) {
        return get(callback(pending), "cookie", cookieOf(pending));
    }

    final void queryWith(String cookie) {
        SUBGRAPH.respondWith(call -> "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        assertThat(query("{ player(id: 1) { name } }", "cookie", cookie, "x-requested-with", "test")
                        .statusCode())
                .isEqualTo(200);
    }

    /** Where the provider sends the browser back to when the player has logged in there. */
    static String callback(HttpResponse<String> pending) {
        return "/login/oauth2/code/keycloak?code=" + PROVIDER.code(parameterOf(pending, "nonce")) + "&state="
                + encode(parameterOf(pending, "state"));
    }

    static String parameterOf(HttpResponse<String> pending, String name) {
        return URLDecoder.decode(
                Objects.requireNonNull(UriComponentsBuilder.fromUri(locationOf(pending))
                        .build()
                        .getQueryParams()
                        .getFirst(name)),
                StandardCharsets.UTF_8);
    }

    static String encode(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    /** The cookie with the pending login. */
    static String cookieOf(HttpResponse<String> pending) {
        return cookies(pending, PENDING_LOGIN).findFirst().orElseThrow();
    }

    static String sessionCookieOf(HttpResponse<String> done) {
        return cookies(done, SESSION).findFirst().orElseThrow();
    }

    /** Cookies that the response sets and does not delete, without their attributes. */
    static Stream<String> cookies(HttpResponse<String> response, String name) {
        return response.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .filter(cookie -> cookie.matches(name + "=.+"));
    }

    static URI locationOf(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("location").orElseThrow());
    }

    /** Whether operations with this session are authenticated. */
    final boolean isLoggedIn(String sessionCookie) {
        queryWith(sessionCookie);
        return SUBGRAPH.calls().getLast().headers().contains("authorization");
    }
}
