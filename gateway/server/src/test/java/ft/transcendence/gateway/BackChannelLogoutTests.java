package ft.transcendence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.nimbusds.jwt.JWTClaimsSet;
import ft.transcendence.gateway.subgraph.FakeSubgraph;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** The identity provider notifies the gateway of ended sessions. */
class BackChannelLogoutTests extends BrowserTests {
    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

    private String cookie = "";

    @BeforeEach
    void logInFirst() {
        PROVIDER.changePlayer();
        cookie = logIn();
    }

    @Test
    void endsTheSessionAtOnce() {
        assertThat(isLoggedIn(cookie)).isTrue();

        HttpResponse<String> response = sendLogoutToken(PROVIDER.logoutToken(claims -> claims));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(isLoggedIn(cookie)).isFalse();
    }

    @Test
    void keepsOtherSessionsOfThePlayer() {
        String other = logIn();

        sendLogoutToken(PROVIDER.logoutToken(claims -> claims));

        assertThat(isLoggedIn(cookie)).isTrue();
        assertThat(isLoggedIn(other)).isFalse();
    }

    @Test
    void endsAllSessionsOfAPlayerWhenTheTokenNamesNone() {
        String other = logIn();

        sendLogoutToken(PROVIDER.logoutToken(claims -> claims.claim("sid", null)));

        assertThat(isLoggedIn(cookie)).isFalse();
        assertThat(isLoggedIn(other)).isFalse();
    }

    @Test
    void replayedTokenEndsNoNewerSession() {
        String token = PROVIDER.logoutToken(claims ->
                claims.claim("sid", null).issueTime(Date.from(Instant.now().minusSeconds(20))));
        assertThat(sendLogoutToken(token).statusCode()).isEqualTo(200);
        String since = logIn();

        assertThat(sendLogoutToken(token).statusCode()).isEqualTo(200);

        assertThat(isLoggedIn(since)).isTrue();
    }

    @Test
    void endsASessionWhoseLoginIsInProgress() {
        HttpResponse<String> pending = get("/login");
        String next = "session-" + (Integer.parseInt(PROVIDER.session().substring("session-".length())) + 1);
        sendLogoutToken(PROVIDER.logoutToken(claims -> claims.claim("sid", next)));

        HttpResponse<String> done = get(callback(pending), "cookie", cookieOf(pending));

        assertThat(PROVIDER.session()).isEqualTo(next);
        assertThat(isLoggedIn(sessionCookieOf(done))).isFalse();
    }

    @Test
    void endsStolenCopiesOfTheSessionsToken() {
        String stolen = PROVIDER.token(claims -> claims.claim("sid", PROVIDER.session()));
        assertThat(query("{ __typename }", "authorization", "Bearer " + stolen).statusCode())
                .isEqualTo(200);

        sendLogoutToken(PROVIDER.logoutToken(claims -> claims));

        assertThat(query("{ __typename }", "authorization", "Bearer " + stolen).statusCode())
                .isEqualTo(401);
    }

    @Test
    void endsTheSessionsStreams() throws Exception {
        SUBGRAPH.respondWith((call, response) -> FakeSubgraph.events(
                response,
                Flux.just("event: next\ndata: {\"data\":{\"renamed\":{\"name\":\"Ada\"}}}\n\n")
                        .concatWith(Flux.never())));
        try (InputStream stream = openStream()) {
            byte[] first = new byte[8];
            stream.readNBytes(first, 0, 8);

            sendLogoutToken(PROVIDER.logoutToken(claims -> claims));

            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"code\":\"UNAUTHENTICATED\"")
                    .endsWith("event: complete\ndata:\n\n");
        }
    }

    static Stream<Named<UnaryOperator<JWTClaimsSet.Builder>>> invalidClaims() {
        return Stream.of(
                change("of another issuer", claims -> claims.issuer("https://evil.example")),
                change("for another client", claims -> claims.audience("cli")),
                change("without a time", claims -> claims.issueTime(null)),
                change(
                        "of yesterday",
                        claims -> claims.issueTime(Date.from(Instant.now().minus(Duration.ofDays(1))))),
                change(
                        "of tomorrow",
                        claims -> claims.issueTime(Date.from(Instant.now().plus(Duration.ofDays(1))))),
                change(
                        "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60)))),
                change("without an event", claims -> claims.claim("events", null)),
                change("with another event", claims -> claims.claim("events", Map.of("login", Map.of()))),
                change("with an event of another shape", claims -> claims.claim("events", Map.of(LOGOUT, "yes"))),
                change("with a nonce, as ID tokens have", claims -> claims.claim("nonce", "n")),
                change("without an id", claims -> claims.jwtID(null)),
                change("with an empty session", claims -> claims.claim("sid", "")),
                change("without session and user", claims -> claims.claim("sid", null)
                        .subject(null)));
    }

    @ParameterizedTest
    @MethodSource("invalidClaims")
    void refusesAToken(UnaryOperator<JWTClaimsSet.Builder> change) {
        HttpResponse<String> response = sendLogoutToken(PROVIDER.logoutToken(change));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"error\":\"invalid_request\"").doesNotContain("claim", "jwt");
        assertThat(isLoggedIn(cookie)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "logout_token=", "logout_token=no-token", "logout_token=a.b.c", "another=field"})
    void refusesAFormWithoutAToken(String form) {
        assertThat(post(form, "application/x-www-form-urlencoded").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesForgedTokensAndOtherKindsOfTokens() {
        assertThat(sendLogoutToken(PROVIDER.forgedLogoutToken()).statusCode()).isEqualTo(400);
        assertThat(sendLogoutToken(PROVIDER.token(UUID.randomUUID(), "admin")).statusCode())
                .isEqualTo(400);
        assertThat(post("{\"logout_token\":\"" + PROVIDER.logoutToken(claims -> claims) + "\"}", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/logout/backchannel").statusCode()).isIn(404, 405);
        assertThat(isLoggedIn(cookie)).isTrue();
    }

    @Test
    void refusesAFormThatIsTooLarge() {
        assertThat(sendLogoutToken("x".repeat(1_000_000)).statusCode()).isEqualTo(413);
    }

    private static Named<UnaryOperator<JWTClaimsSet.Builder>> change(
            String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return named(name, change);
    }

    private HttpResponse<String> sendLogoutToken(String token) {
        return post("logout_token=" + token, "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> post(String body, String contentType) {
        return send(request("/logout/backchannel")
                .header("content-type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }

    private InputStream openStream() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        request("/graphql")
                                .header("content-type", "application/json")
                                .header("accept", "text/event-stream")
                                .header("cookie", cookie)
                                .header("x-requested-with", "test")
                                .POST(BodyPublishers.ofString("{\"query\":\"subscription { renamed { name } }\"}"))
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
