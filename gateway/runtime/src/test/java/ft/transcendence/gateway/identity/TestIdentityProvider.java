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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Issues tokens like Keycloak's over HTTP: serves its keys, redeems codes and ends sessions. A refresh token works once. */
public final class TestIdentityProvider implements AutoCloseable {
    private static final RSAKey FOREIGN_KEY = newKey();

    private final AtomicInteger keyRequests = new AtomicInteger();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private final Set<String> usedRefreshTokens = ConcurrentHashMap.newKeySet();
    private final List<String> endedSessions = new CopyOnWriteArrayList<>();
    private final DisposableServer server;
    private volatile RSAKey key = newKey();
    private volatile State state = State.WELL;
    private volatile Duration lifetime = Duration.ofMinutes(5);
    private volatile UUID player = UUID.randomUUID();
    private volatile Duration loginAge = Duration.ZERO;

    private volatile String discoveredIssuer;

    public TestIdentityProvider() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/keys", (request, response) -> {
                            keyRequests.incrementAndGet();
                            return whenWell(
                                    response,
                                    () -> json(
                                            response,
                                            new JWKSet(key).toPublicJWKSet().toString()));
                        })
                        .get(
                                "/.well-known/openid-configuration",
                                (request, response) -> whenWell(response, () -> json(response, configuration())))
                        .post("/token", (request, response) -> form(request)
                                .flatMap(form -> whenWell(response, () -> tokensFor(form, response))))
                        .post("/logout", (request, response) -> form(request)
                                .flatMap(form -> whenWell(response, () -> {
                                    endedSessions.add(form.getOrDefault("refresh_token", ""));
                                    return response.status(204).send().then();
                                }))))
                .bindNow();
        discoveredIssuer = issuer();
    }

    private String configuration() {
        return "{\"issuer\": \"%s\", \"jwks_uri\": \"%s\"}".formatted(discoveredIssuer, keysUrl());
    }

    /** From now on it publishes the configuration of another issuer. */
    void pretendToBe(String otherIssuer) {
        discoveredIssuer = otherIssuer;
    }

    /** The state of the provider. */
    public enum State {
        WELL,
        /** It responds to everything with status 503. */
        BROKEN,
        /** It accepts requests and responds to none. */
        SILENT
    }

    public void setState(State newState) {
        state = newState;
    }

    /** How long the access tokens of logins are valid. */
    public void tokensLive(Duration newLifetime) {
        lifetime = newLifetime;
    }

    /** How long ago the players that it sends back were authenticated. */
    public void setAuthenticationAge(Duration newAge) {
        loginAge = newAge;
    }

    private Mono<Void> whenWell(HttpServerResponse response, Supplier<Mono<Void>> respond) {
        return switch (state) {
            case WELL -> respond.get();
            case BROKEN -> response.status(503).send().then();
            case SILENT -> Mono.never();
        };
    }

    private Mono<Void> tokensFor(Map<String, String> form, HttpServerResponse response) {
        if (form.getOrDefault("grant_type", "").equals("refresh_token")) {
            return usedRefreshTokens.add(form.getOrDefault("refresh_token", ""))
                    ? json(response, tokens(""))
                    : json(response.status(400), "{\"error\": \"invalid_grant\"}");
        }
        String nonce = nonces.remove(form.getOrDefault("code", ""));
        return nonce == null ? response.status(400).send().then() : json(response, tokens(nonce));
    }

    /** A code for a login that was started with this nonce. */
    public String code(String nonce) {
        String code = UUID.randomUUID().toString();
        nonces.put(code, nonce);
        return code;
    }

    /** How many tokens were refreshed. */
    public int refreshes() {
        return usedRefreshTokens.size();
    }

    /** The refresh tokens of the sessions that were ended. */
    public List<String> endedSessions() {
        return endedSessions;
    }

    /** From now on another player logs in. */
    public void changePlayer() {
        player = UUID.randomUUID();
    }

    /** The id of the latest session. */
    public String session() {
        return "session-" + sessions.get();
    }

    /** A logout token with changed claims. */
    public String logoutToken(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(
                key,
                JWSAlgorithm.RS256,
                new JOSEObjectType("logout+jwt"),
                claims -> change.apply(claims.audience("gateway")
                        .claim("typ", "Logout")
                        .claim("azp", null)
                        .claim("realm_access", null)
                        .claim("sid", session())
                        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))));
    }

    private String tokens(String nonce) {
        sessions.incrementAndGet();
        String accessToken = token(claims -> claims.claim("azp", "gateway")
                .claim("sid", session())
                .expirationTime(Date.from(Instant.now().plus(lifetime))));
        String idToken = token(
                claims -> claims.audience("gateway").claim("azp", "gateway").claim("nonce", nonce));
        return """
                {"token_type": "Bearer", "expires_in": %d, "access_token": "%s", "id_token": "%s", "refresh_token": "refresh-%s"}""".formatted(lifetime.toSeconds(), accessToken, idToken, UUID.randomUUID());
    }

    private static Mono<Map<String, String>> form(HttpServerRequest request) {
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .map(body -> UriComponentsBuilder.newInstance()
                        .query(body)
                        .build()
                        .getQueryParams()
                        .toSingleValueMap());
    }

    private static Mono<Void> json(HttpServerResponse response, String body) {
        return response.header("content-type", "application/json")
                .sendString(Mono.just(body))
                .then();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    public String keysUrl() {
        return issuer() + "/keys";
    }

    /** Its public keys, as a JWK set. */
    String keys() {
        return new JWKSet(key).toPublicJWKSet().toString();
    }

    int keyRequests() {
        return keyRequests.get();
    }

    void rotateKey() {
        key = newKey();
    }

    /** A token for this user with these realm roles, valid for five minutes. */
    public String token(UUID user, String... roles) {
        return token(claims -> claims.subject(user.toString()).claim("realm_access", Map.of("roles", List.of(roles))));
    }

    /** A valid token with changed claims. */
    public String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(key, JWSAlgorithm.RS256, change);
    }

    /** A valid token with another type in its header, and changed claims. */
    String token(String type, UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(key, JWSAlgorithm.RS256, new JOSEObjectType(type), change);
    }

    /** A logout token that is signed with an unknown key. */
    public String forgedLogoutToken() {
        return sign(
                foreignKey(key.getKeyID()),
                JWSAlgorithm.RS256,
                new JOSEObjectType("logout+jwt"),
                claims -> claims.audience("gateway")
                        .claim("sid", session())
                        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
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
        return sign(by, algorithm, JOSEObjectType.JWT, change);
    }

    private String sign(
            RSAKey by, JWSAlgorithm algorithm, JOSEObjectType type, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            JWSHeader header = new JWSHeader.Builder(algorithm)
                    .type(type)
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
                .subject(player.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString())
                .claim("azp", "cli")
                .claim("auth_time", now.minus(loginAge).getEpochSecond())
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
