package ft.transcendence.matches.ticket;

import static ft.transcendence.matches.testing.MatchFixture.mutate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.MovableClock;
import ft.transcendence.matches.testing.ServerFixture;
import ft.transcendence.subgraph.security.GatewayCredentialFilter;
import ft.transcendence.subgraph.testing.StatementCounter;
import ft.transcendence.subgraph.testing.TestEnvironment;
import ft.transcendence.subgraph.testing.TestEventStream;
import ft.transcendence.subgraph.testing.TestGraphQL;
import ft.transcendence.subgraph.testing.TestIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who gets a ticket for what, and what a game server can rely on. */
@MatchesTest
class TicketTests {

    private static final String SERVER = "game-server-door";

    @LocalServerPort
    private int port;

    @Autowired
    private ServerFixture servers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private StatementCounter statements;

    private MatchFixture fixture;
    private TestGraphQL server;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
        server = fixture.server(SERVER);
        servers.clear();
    }

    @Test
    void letsAPlayerIntoTheMatchOnItsGameServer() throws Exception {
        ServerFixture.register(server, "eu", 10);
        UUID match = hosted();
        nameBob();

        JsonNode ticket = ticket(bob, match);

        Instant expiry = Instant.parse(ticket.get("expiresAt").asString());
        assertThat(ticket.get("url").asString()).isEqualTo("wss://eu.play.example");
        assertThat(Duration.between(clock.instant(), expiry)).isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
        JWTClaimsSet claims = verified(ticket);
        assertThat(claims.getIssuer()).isEqualTo("transcendence");
        assertThat(claims.getAudience()).containsExactly(SERVER);
        assertThat(claims.getSubject()).isEqualTo(bob.toString());
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(expiry));
        assertThat(claims.getStringClaim("mid")).isEqualTo(match.toString());
        assertThat(claims.getStringClaim("role")).isEqualTo("player");
        assertThat(claims.getStringClaim("team")).isEqualTo("TWO");
        assertThat(claims.getIntegerClaim("seat")).isZero();
        assertThat(claims.getStringClaim("name")).isEqualTo("Bob the Great");
    }

    @Test
    void letsOthersWatch() throws Exception {
        ServerFixture.register(server, "eu", 10);
        UUID match = hosted();
        UUID spectator = UUID.randomUUID();

        JWTClaimsSet claims = verified(ticket(spectator, match));

        assertThat(claims.getSubject()).isEqualTo(spectator.toString());
        assertThat(claims.getStringClaim("role")).isEqualTo("spectator");
        assertThat(claims.getClaims()).doesNotContainKeys("team", "seat");
    }

    @Test
    void isNewEachTime() throws Exception {
        ServerFixture.register(server, "eu", 10);
        UUID match = hosted();
        Set<String> ids = new HashSet<>();

        for (int number = 0; number < 5; number++) {
            ids.add(verified(ticket(alice, match)).getJWTID());
        }

        assertThat(ids).hasSize(5);
    }

    @Test
    void isForOneMatchAndTheGameServerThatHostsItNow() throws Exception {
        ServerFixture.register(server, "eu", 1);
        ServerFixture.register(fixture.server("game-server-other"), "us", 1);
        UUID mine = servers.waiting(alice, bob, "eu");
        UUID others = servers.waiting(UUID.randomUUID(), UUID.randomUUID(), "us");
        awaitServer(mine);
        awaitServer(others);

        assertThat(verified(ticket(alice, mine)).getAudience()).containsExactly(SERVER);
        JWTClaimsSet watching = verified(ticket(alice, others));
        assertThat(watching.getAudience()).containsExactly("game-server-other");
        assertThat(watching.getStringClaim("mid")).isEqualTo(others.toString());
        assertThat(watching.getStringClaim("role")).isEqualTo("spectator");
    }

    @Test
    void doesNotExistBeforeAGameServerIsAssigned() {
        UUID match = servers.waiting(alice, bob, null);

        assertThat(ticket(alice, match).isNull()).isTrue();
    }

    @Test
    void doesNotExistForAGameServerWithoutAnAddress() {
        assertThat(ticket(alice, fixture.live(alice, bob)).isNull()).isTrue();
    }

    @Test
    void doesNotExistAfterTheEnd() {
        ServerFixture.register(server, "eu", 10);
        UUID match = hosted();
        mutate(server, "startMatch", match);
        assertThat(ticket(alice, match).isNull()).isFalse();

        mutate(fixture.player(alice), "forfeitMatch", match);

        assertThat(ticket(alice, match).isNull()).isTrue();
        assertThat(ticket(UUID.randomUUID(), match).isNull()).isTrue();
    }

    @Test
    void isNotForVisitorsAndGameServers() {
        ServerFixture.register(server, "eu", 10);
        String query = query(hosted());

        assertThat(fixture.visitor().errorCode(query)).isEqualTo("UNAUTHENTICATED");
        assertThat(server.errorCode(query)).isEqualTo("FORBIDDEN");
    }

    @Test
    void cannotBeForged() throws Exception {
        ServerFixture.register(server, "eu", 10);
        UUID match = hosted();
        String[] bobs = ticket(bob, match).get("token").asString().split("\\.", -1);
        String[] alices = ticket(alice, match).get("token").asString().split("\\.", -1);

        assertThat(isSigned(String.join(".", bobs))).isTrue();
        assertThat(isSigned(bobs[0] + "." + alices[1] + "." + bobs[2])).isFalse();
        assertThatThrownBy(() -> isSigned(bobs[0] + "." + bobs[1] + ".")).isInstanceOf(ParseException.class);
    }

    @Test
    void belongsToTheSubscriberOfALiveMatch() throws Exception {
        ServerFixture.register(server, "eu", 10);
        UUID match = hosted();
        String document =
                "subscription { matchUpdated(matchId: \"%s\") { ticket { url token expiresAt } } }".formatted(match);
        try (TestEventStream stream = TestEventStream.open(port, token(bob), document)) {
            JWTClaimsSet first = verified(stream.next().at("/data/matchUpdated/ticket"));
            assertThat(first.getSubject()).isEqualTo(bob.toString());
            assertThat(first.getStringClaim("role")).isEqualTo("player");

            mutate(server, "startMatch", match);
            JWTClaimsSet second = verified(stream.next().at("/data/matchUpdated/ticket"));
            assertThat(second.getSubject()).isEqualTo(bob.toString());
            assertThat(second.getJWTID()).isNotEqualTo(first.getJWTID());
        }
    }

    @Test
    void isIssuedForAnyNumberOfMatchesInAsManyStatements() {
        ServerFixture.register(server, "eu", 10);
        List<UUID> matches = List.of(hosted(), servers.waiting(), servers.waiting());
        matches.forEach(this::awaitServer);

        assertThat(statements.during(() -> tickets(matches.subList(0, 1)))).hasSize(3);
        assertThat(statements.during(() -> tickets(matches))).hasSize(3);
    }

    private void tickets(List<UUID> matches) {
        String ids = String.join("\", \"", matches.stream().map(UUID::toString).toList());
        assertThat(fixture.player(alice)
                        .data("{ matchesByIds(ids: [\"%s\"]) { ticket { token } } }".formatted(ids))
                        .findValuesAsString("token"))
                .hasSize(matches.size());
    }

    /** A match of Alice and Bob on the game server. */
    private UUID hosted() {
        UUID match = servers.waiting(alice, bob, null);
        awaitServer(match);
        return match;
    }

    /** A match is assigned right after the commit that creates it. */
    private void awaitServer(UUID match) {
        await().until(() -> !ticket(alice, match).isNull());
    }

    private void nameBob() {
        jdbc.sql("UPDATE player SET username = 'bob', display_name = 'Bob the Great' WHERE user_id = :id")
                .param("id", bob)
                .update();
    }

    private JsonNode ticket(UUID caller, UUID match) {
        return fixture.player(caller).data(query(match)).at("/match/ticket");
    }

    private static String query(UUID match) {
        return "{ match(id: \"%s\") { ticket { url token expiresAt } } }".formatted(match);
    }

    /** The claims of a ticket, verified with the published keys. */
    private JWTClaimsSet verified(JsonNode ticket) throws Exception {
        String token = ticket.get("token").asString();
        assertThat(isSigned(token)).isTrue();
        SignedJWT signed = SignedJWT.parse(token);
        assertThat(signed.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(signed.getHeader().getType().getType()).isEqualTo("ticket+jwt");
        return signed.getJWTClaimsSet();
    }

    private boolean isSigned(String token) throws ParseException, JOSEException {
        SignedJWT signed = SignedJWT.parse(token);
        return signed.verify(new ECDSAVerifier(Objects.requireNonNull(
                        publicKeys().getKeyByKeyId(signed.getHeader().getKeyID()))
                .toECKey()));
    }

    private JWKSet publicKeys() throws ParseException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/.well-known/jwks.json"))
                .header(GatewayCredentialFilter.HEADER, TestEnvironment.GATEWAY_CREDENTIAL)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).doesNotContain("\"d\"");
            return JWKSet.parse(response.body());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A token that is valid by the application's clock, which other tests move. */
    private String token(UUID player) {
        Date expiry = Date.from(clock.instant().plus(Duration.ofMinutes(5)));
        return TestIdentity.instance().token(player, "player", claims -> claims.expirationTime(expiry));
    }
}
