package ft.transcendence.subgraph.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Issues access tokens like Keycloak's, and serves its keys over HTTP. */
public final class TestIdentity {

    private static final TestIdentity INSTANCE = new TestIdentity();

    private final RSAKey key = newKey();
    private final RSAKey strangeKey = newKey();
    private final String issuer;

    private TestIdentity() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/realms/transcendence/protocol/openid-connect/certs", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/transcendence";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestIdentity instance() {
        return INSTANCE;
    }

    public String issuer() {
        return issuer;
    }

    /** The access token of a player who just logged in with a password. */
    public String player(UUID id, String username) {
        return token(id, username, claims -> {});
    }

    /** The access token of the service account of the game server {@code game-server}. */
    public String gameServer() {
        return gameServer("game-server");
    }

    /** The access token of the service account of a game server, by the id of its client. */
    public String gameServer(String client) {
        return token(UUID.randomUUID(), "service-account-" + client, claims -> claims.claim("azp", client)
                .claim("realm_access", Map.of("roles", List.of("game-server")))
                .claim("auth_time", null));
    }

    /** The access token of a player, with changed claims. */
    public String token(UUID id, String username, Consumer<JWTClaimsSet.Builder> change) {
        return sign(key, claims(id, username, change));
    }

    /** The same token, signed with a different key under the id of the issuer's key. */
    public String forged(UUID id, String username) {
        return sign(strangeKey, claims(id, username, claims -> {}));
    }

    private JWTClaimsSet claims(UUID id, String username, Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(id.toString())
                .audience("transcendence")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("typ", "Bearer")
                .claim("azp", "gateway")
                .claim("auth_time", now.getEpochSecond())
                .claim("preferred_username", username)
                .claim("email", username + "@example.org")
                .claim("realm_access", Map.of("roles", List.of("player")));
        change.accept(claims);
        return claims.build();
    }

    private String sign(RSAKey signingKey, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(signingKey));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
