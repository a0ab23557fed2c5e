package ft.transcendence.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Issues access tokens like Keycloak's and serves its keys over HTTP. */
public final class TestIdentityProvider implements AutoCloseable {
    private static final RSAKey FOREIGN_KEY = newKey();

    private final AtomicInteger keyRequests = new AtomicInteger();
    private final DisposableServer server;
    private volatile RSAKey key = newKey();

    public TestIdentityProvider() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/keys", (request, response) -> {
                    keyRequests.incrementAndGet();
                    return response.header("content-type", "application/json")
                            .sendString(
                                    Mono.just(new JWKSet(key).toPublicJWKSet().toString()));
                }))
                .bindNow();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    public String keysUrl() {
        return issuer() + "/keys";
    }

    int keyRequests() {
        return keyRequests.get();
    }

    void rotateKey() {
        key = newKey();
    }

    /** A token for this user with these realm roles, good for five minutes. */
    public String token(UUID user, String... roles) {
        return token(claims -> claims.subject(user.toString()).claim("realm_access", Map.of("roles", List.of(roles))));
    }

    /** A good token with changed claims. */
    public String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(key, JWSAlgorithm.RS256, change);
    }

    String tokenOfUnknownKey() {
        return sign(foreignKey(UUID.randomUUID().toString()), JWSAlgorithm.RS256, claims -> claims);
    }

    String tokenOfForgedKeyWithKnownId() {
        return sign(foreignKey(key.getKeyID()), JWSAlgorithm.RS256, claims -> claims);
    }

    private static RSAKey foreignKey(String id) {
        return new RSAKey.Builder(FOREIGN_KEY).keyID(id).build();
    }

    String unsignedToken() {
        return new PlainJWT(claims(claims -> claims)).serialize();
    }

    /** The public key used as an HMAC secret: the classic confusion of algorithms. */
    String tokenSignedWithThePublicKeyAsSecret() {
        try {
            return sign(
                    new MACSigner(key.toRSAPublicKey().getEncoded()),
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims -> claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(RSAKey by, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            JWSHeader header = new JWSHeader.Builder(algorithm)
                    .type(JOSEObjectType.JWT)
                    .keyID(by.getKeyID())
                    .build();
            return sign(new RSASSASigner(by), header, change);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(JWSSigner signer, JWSHeader header, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims(change));
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(List.of("transcendence", "account"))
                .subject("6d0c2c5e-6f10-4f6b-9d0c-0b6f3a0e9b11")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString())
                .claim("azp", "cli")
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.of("player")));
        return change.apply(claims).build();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
