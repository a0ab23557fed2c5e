package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.identity.TestIdentityProvider.State;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

class LoginTests extends BrowserTests {
    @AfterEach
    void restoreTheProvider() {
        PROVIDER.setState(State.WELL);
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

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host, evil.example",
        "X-Forwarded-Proto, https",
        "X-Forwarded-Port, 444",
        "X-Forwarded-Prefix, /evil",
        "Forwarded, host=evil.example;proto=https"
    })
    void forwardedHeadersOfAClientDoNotChangeTheRedirect(String header, String value) {
        assertThat(parameterOf(get("/login", header, value), "redirect_uri"))
                .isEqualTo("http://127.0.0.1:" + port + "/login/oauth2/code/keycloak");
    }

    @Test
    void loginWith42PreselectsTheIdentityProvider() {
        var parameters = UriComponentsBuilder.fromUri(locationOf(get("/login/42")))
                .build()
                .getQueryParams();
        assertThat(parameters.getFirst("kc_idp_hint")).isEqualTo("42");
        assertThat(parameters.getFirst("code_challenge")).isNotBlank();
    }

    @Test
    void sessionCookieIsInaccessibleToScriptsAndOtherSites() {
        assertThat(complete(get("/login")).headers().allValues("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("transcendence-session="))
                .singleElement()
                .asString()
                .contains("SameSite=Lax", "Path=/")
                .containsIgnoringCase("; HttpOnly");
    }

    @Test
    void requestsWithTheSessionCookieAreAuthenticated() {
        String cookie = logIn();
        queryWith(cookie);
        assertThat(SUBGRAPH.calls()).singleElement().satisfies(call -> {
            assertThat(call.headers().get("authorization")).startsWith("Bearer ey");
            assertThat(call.headers().contains("cookie")).isFalse();
        });
    }

    @Test
    void logoutEndsBothSessionsAndPutsNoTokenIntoAUrl() {
        String cookie = logIn();
        HttpResponse<String> response = get("/logout", "cookie", cookie);
        assertThat(locationOf(response)).isEqualTo(URI.create("/"));
        assertThat(PROVIDER.endedSessions()).singleElement().asString().startsWith("refresh-");
        queryWith(cookie);
        assertThat(SUBGRAPH.calls()).singleElement().satisfies(call -> assertThat(
                        call.headers().contains("authorization"))
                .isFalse());
    }

    @Test
    void failedLoginLeadsToTheLandingPageWithAnError() {
        HttpResponse<String> pending = get("/login");
        HttpResponse<String> response = get(
                "/login/oauth2/code/keycloak?code=unknown&state=" + encode(parameterOf(pending, "state")),
                "cookie",
                cookieOf(pending));
        assertThat(locationOf(response)).isEqualTo(URI.create("/?login=failed"));
        assertThat(response.body()).isEmpty();
        HttpResponse<String> home = get("/?login=failed");
        assertThat(locationOf(home)).isEqualTo(URI.create("/graphiql?login=failed"));
    }

    @Test
    void deniedLoginLeadsToTheLandingPageWithAnError() {
        HttpResponse<String> pending = get("/login");
        String state = parameterOf(pending, "state");
        HttpResponse<String> response = get(
                "/login/oauth2/code/keycloak?error=access_denied&state=" + encode(state), "cookie", cookieOf(pending));
        assertThat(locationOf(response)).isEqualTo(URI.create("/?login=failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void refusesLogoutsOfOtherSites(String site) {
        assertThat(get("/logout", "Sec-Fetch-Site", site).statusCode()).isEqualTo(403);
    }

    @Test
    void logoutWithoutASessionLeadsToTheLandingPage() {
        HttpResponse<String> response = get("/logout", "Sec-Fetch-Site", "same-origin");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(locationOf(response)).isEqualTo(URI.create("/"));
    }

    @Test
    void refusesAnUnsolicitedAuthorizationCode() {
        HttpResponse<String> response = get("/login/oauth2/code/keycloak?code=stolen&state=guessed");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(locationOf(response)).isEqualTo(URI.create("/?login=failed"));
    }
}
