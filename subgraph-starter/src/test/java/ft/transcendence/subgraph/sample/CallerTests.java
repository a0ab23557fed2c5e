package ft.transcendence.subgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import ft.transcendence.subgraph.testing.SubgraphTest;
import ft.transcendence.subgraph.testing.TestEnvironment;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SubgraphTest
class CallerTests {

    private static final TestIdentity identity = TestIdentity.instance();
    private static final UUID ADA = UUID.randomUUID();

    @LocalServerPort
    int port;

    @Test
    void rejectsRequestsThatDidNotComeThroughTheGateway() {
        assertThat(TestGraphQL.on(port).status("{ hello }", null)).isEqualTo(401);
        assertThat(TestGraphQL.on(port).status("{ hello }", "another-credential-of-the-right-length"))
                .isEqualTo(401);
        assertThat(TestGraphQL.on(port).status("{ hello }", TestEnvironment.GATEWAY_CREDENTIAL))
                .isEqualTo(200);
    }

    @Test
    void allowsHealthChecksWithoutCredential() throws IOException, InterruptedException {
        assertThat(get("/actuator/health/readiness")).isEqualTo(200);
        assertThat(get("/actuator/health/liveness")).isEqualTo(200);
        assertThat(get("/actuator/prometheus")).isEqualTo(401);
        assertThat(get("/actuator/health/../prometheus")).isNotEqualTo(200);
        assertThat(get("/actuator/health/..;/prometheus")).isNotEqualTo(200);
    }

    @Test
    void identifiesTheCallerByTheSubjectOfTheToken() {
        assertThat(TestGraphQL.on(port)
                        .as(identity.player(ADA, "ada"))
                        .data("{ hello }")
                        .get("hello")
                        .asString())
                .isEqualTo("Hello " + ADA);
        assertThat(TestGraphQL.on(port).data("{ hello }").get("hello").asString())
                .isEqualTo("Hello stranger");
    }

    @Test
    void guardsFieldsByRole() {
        TestGraphQL anonymous = TestGraphQL.on(port);
        TestGraphQL player = anonymous.as(identity.player(ADA, "ada"));
        TestGraphQL gameServer = anonymous.as(identity.gameServer());
        assertThat(anonymous.errorCode("{ secretOfPlayers }")).isEqualTo("UNAUTHENTICATED");
        assertThat(player.errorCode("{ secretOfPlayers }")).isEmpty();
        assertThat(gameServer.errorCode("{ secretOfPlayers }")).isEqualTo("FORBIDDEN");
        assertThat(anonymous.errorCode("{ finish }")).isEqualTo("UNAUTHENTICATED");
        assertThat(player.errorCode("{ finish }")).isEqualTo("FORBIDDEN");
        assertThat(gameServer.errorCode("{ finish }")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badClaims")
    void rejectsTokensWith(String flaw, Consumer<JWTClaimsSet.Builder> change) {
        assertThat(statusOf(identity.token(ADA, "ada", change))).isEqualTo(401);
    }

    static Stream<Arguments> badClaims() {
        return Stream.of(
                claims("another issuer", claims -> claims.issuer("https://elsewhere.example/realms/transcendence")),
                claims("another audience", claims -> claims.audience("account")),
                claims("no audience", claims -> claims.audience((String) null)),
                claims("an unknown client", claims -> claims.claim("azp", "account-console")),
                claims("no client", claims -> claims.claim("azp", null)),
                claims("expiry in the past", claims -> claims.expirationTime(in(-60))),
                claims("no expiry", claims -> claims.expirationTime(null)),
                claims("a start of validity in the future", claims -> claims.notBeforeTime(in(60))),
                claims("the type of an identity token", claims -> claims.claim("typ", "ID")),
                claims("the type of a refresh token", claims -> claims.claim("typ", "Refresh")),
                claims("a subject that is not a UUID", claims -> claims.subject("root")));
    }

    @Test
    void rejectsTokensWithAnUnknownKey() {
        assertThat(statusOf(identity.forged(ADA, "ada"))).isEqualTo(401);
    }

    @Test
    void rejectsTokensWithoutSignature() {
        PlainJWT unsigned = new PlainJWT(
                new PlainHeader(),
                new JWTClaimsSet.Builder()
                        .issuer(identity.issuer())
                        .subject(ADA.toString())
                        .audience("transcendence")
                        .claim("azp", "gateway")
                        .expirationTime(in(300))
                        .build());
        assertThat(statusOf(unsigned.serialize())).isEqualTo(401);
    }

    private int statusOf(String token) {
        return TestGraphQL.on(port).as(token).status("{ hello }", TestEnvironment.GATEWAY_CREDENTIAL);
    }

    private int get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static Arguments claims(String flaw, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(flaw, change);
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
