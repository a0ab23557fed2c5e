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

    /** Completes a login that was begun. */
    final HttpResponse<String> complete(HttpResponse<String> begun) {
        return get(callback(begun), "cookie", cookieOf(begun));
    }

    final void askWith(String cookie) {
        SUBGRAPH.answer(call -> "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        assertThat(query("{ player(id: 1) { name } }", "cookie", cookie, "x-requested-with", "test")
                        .statusCode())
                .isEqualTo(200);
    }

    /** Where the provider sends the browser back to when the player has logged in there. */
    static String callback(HttpResponse<String> begun) {
        return "/login/oauth2/code/keycloak?code=" + PROVIDER.code(parameterOf(begun, "nonce")) + "&state="
                + encode(parameterOf(begun, "state"));
    }

    static String parameterOf(HttpResponse<String> begun, String name) {
        return URLDecoder.decode(
                Objects.requireNonNull(UriComponentsBuilder.fromUri(locationOf(begun))
                        .build()
                        .getQueryParams()
                        .getFirst(name)),
                StandardCharsets.UTF_8);
    }

    static String encode(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    /** The cookie that keeps a login under way. */
    static String cookieOf(HttpResponse<String> begun) {
        return cookies(begun, PENDING_LOGIN).findFirst().orElseThrow();
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

    /** Whether operations with this session are a player's. */
    final boolean isLoggedIn(String sessionCookie) {
        askWith(sessionCookie);
        return SUBGRAPH.calls().getLast().headers().contains("authorization");
    }
}
