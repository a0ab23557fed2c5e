package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.web.util.UriComponentsBuilder;

/** What a browser does at a login. */
abstract class BrowserTests extends GatewayTests {
    /** Logs a player in and returns the session's cookie. */
    final String logIn() {
        HttpResponse<String> begun = get("/login");
        HttpResponse<String> done = get(callback(begun), "cookie", cookieOf(begun));
        assertThat(locationOf(done)).isEqualTo(URI.create("/"));
        assertThat(cookieOf(done))
                .as("nobody who knew the session before the login knows it now")
                .isNotEqualTo(cookieOf(begun));
        return cookieOf(done);
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

    static String cookieOf(HttpResponse<String> response) {
        String cookie = response.headers().firstValue("set-cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
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
