package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

class LoginTests extends GatewayTests {
    @AfterEach
    void repairTheProvider() {
        PROVIDER.outOfOrder(false);
        PROVIDER.endedSessions().clear();
    }

    @Test
    void loginSendsTheBrowserToTheIdentityProviderWithPkce() {
        var parameters = UriComponentsBuilder.fromUri(locationOf(get("/login"))).build();
        assertThat(parameters.toUriString()).startsWith(PROVIDER.issuer() + "/protocol/openid-connect/auth?");
        assertThat(parameters.getQueryParams().toSingleValueMap())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "gateway")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://127.0.0.1:" + port + "/login/oauth2/code/keycloak")
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKey("kc_idp_hint");
    }

    @Test
    void loginWith42ChoosesTheProvider() {
        var parameters = UriComponentsBuilder.fromUri(locationOf(get("/login/42")))
                .build()
                .getQueryParams();
        assertThat(parameters.getFirst("kc_idp_hint")).isEqualTo("42");
        assertThat(parameters.getFirst("code_challenge")).isNotBlank();
    }

    @Test
    void theSessionCookieIsOutOfReachForScriptsAndOtherSites() {
        String cookie = get("/login").headers().firstValue("set-cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("transcendence-session=")
                .contains("SameSite=Lax", "Path=/")
                .containsIgnoringCase("; HttpOnly");
    }

    @Test
    void requestsWithTheSessionsCookieAreThePlayers() {
        String cookie = logIn();
        askWith(cookie);
        assertThat(SUBGRAPH.calls()).singleElement().satisfies(call -> {
            assertThat(call.headers().get("authorization")).startsWith("Bearer ey");
            assertThat(call.headers().contains("cookie")).isFalse();
        });
    }

    @Test
    void logoutEndsTheSessionHereAndAtTheProviderWithoutATokenInAnAddress() {
        String cookie = logIn();
        HttpResponse<String> response = get("/logout", "cookie", cookie);
        assertThat(locationOf(response)).isEqualTo(URI.create("/"));
        assertThat(PROVIDER.endedSessions()).singleElement().asString().startsWith("refresh-");
        askWith(cookie);
        assertThat(SUBGRAPH.calls()).singleElement().satisfies(call -> assertThat(
                        call.headers().contains("authorization"))
                .isFalse());
    }

    @Test
    void logoutIsCompleteHereAndSaysSoWhenTheProviderIsAway() {
        String cookie = logIn();
        PROVIDER.outOfOrder(true);
        assertThat(locationOf(get("/logout", "cookie", cookie))).isEqualTo(URI.create("/?logout=incomplete"));
        askWith(cookie);
        assertThat(SUBGRAPH.calls()).singleElement().satisfies(call -> assertThat(
                        call.headers().contains("authorization"))
                .isFalse());
    }

    @Test
    void loginThatTheProviderDoesNotCompleteLeadsHomeAndSaysSo() {
        HttpResponse<String> begun = get("/login");
        PROVIDER.outOfOrder(true);
        HttpResponse<String> response = get(callback(begun), "cookie", cookieOf(begun));
        assertThat(locationOf(response)).isEqualTo(URI.create("/?login=failed"));
        assertThat(response.body()).isEmpty();
        HttpResponse<String> home = get("/?login=failed");
        assertThat(locationOf(home)).isEqualTo(URI.create("/graphiql?login=failed"));
    }

    @Test
    void deniedLoginLeadsHomeAndSaysSo() {
        HttpResponse<String> begun = get("/login");
        String state = parameterOf(begun, "state");
        HttpResponse<String> response = get(
                "/login/oauth2/code/keycloak?error=access_denied&state=" + encode(state), "cookie", cookieOf(begun));
        assertThat(locationOf(response)).isEqualTo(URI.create("/?login=failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void noOtherSiteCanLogAPlayerOut(String site) {
        assertThat(get("/logout", "Sec-Fetch-Site", site).statusCode()).isEqualTo(403);
    }

    @Test
    void logoutWithoutASessionLeadsHome() {
        HttpResponse<String> response = get("/logout", "Sec-Fetch-Site", "same-origin");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(locationOf(response)).isEqualTo(URI.create("/"));
    }

    @Test
    void aCodeNobodyAskedForIsRefused() {
        HttpResponse<String> response = get("/login/oauth2/code/keycloak?code=stolen&state=guessed");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(locationOf(response)).isEqualTo(URI.create("/?login=failed"));
    }

    /** Logs a player in and returns the session's cookie. */
    private String logIn() {
        HttpResponse<String> begun = get("/login");
        HttpResponse<String> done = get(callback(begun), "cookie", cookieOf(begun));
        assertThat(locationOf(done)).isEqualTo(URI.create("/"));
        assertThat(cookieOf(done))
                .as("nobody who knew the session before the login knows it now")
                .isNotEqualTo(cookieOf(begun));
        return cookieOf(done);
    }

    private void askWith(String cookie) {
        SUBGRAPH.answer(call -> "{\"data\":{\"player\":{\"name\":\"Ada\"}}}");
        assertThat(query("{ player(id: 1) { name } }", "cookie", cookie, "x-requested-with", "test")
                        .statusCode())
                .isEqualTo(200);
    }

    /** Where the provider sends the browser back to when the player has logged in there. */
    private static String callback(HttpResponse<String> begun) {
        return "/login/oauth2/code/keycloak?code=" + PROVIDER.code(parameterOf(begun, "nonce")) + "&state="
                + encode(parameterOf(begun, "state"));
    }

    private static String parameterOf(HttpResponse<String> begun, String name) {
        return URLDecoder.decode(
                Objects.requireNonNull(UriComponentsBuilder.fromUri(locationOf(begun))
                        .build()
                        .getQueryParams()
                        .getFirst(name)),
                StandardCharsets.UTF_8);
    }

    private static String encode(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    private static String cookieOf(HttpResponse<String> response) {
        String cookie = response.headers().firstValue("set-cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static URI locationOf(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("location").orElseThrow());
    }
}
