package ft.transcendence.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Named.named;

import com.nimbusds.jwt.JWTClaimsSet;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BearerTokenCallerResolverTests {
    private static final UUID USER = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final TestIdentityProvider provider = new TestIdentityProvider();
    private final IdentityProperties properties = new IdentityProperties(
            URI.create(provider.issuer()),
            provider.keysUrl(),
            "transcendence",
            Set.of("gateway", "cli"),
            Set.of("RS256", "ES256"),
            Duration.ofSeconds(1));
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return Instant.now().plus(later.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final RevokedSessions revokedSessions = new RevokedSessions(clock);
    private final AccessTokenVerifier tokens =
            new AccessTokenVerifier(trusting(properties, clock), revokedSessions, 100, clock);
    private final BearerTokenCallerResolver callers = new BearerTokenCallerResolver(tokens);

    @AfterAll
    void close() {
        provider.close();
    }

    @Test
    void resolvesTheBearerOfAValidToken() {
        String token = provider.token(USER, "player", "moderator");
        CallerIdentity caller = resolve("Bearer " + token);
        assertThat(caller.subject()).isEqualTo(USER.toString());
        assertThat(caller.engineCaller().authenticated()).isTrue();
        assertThat(caller.engineCaller().scopes()).containsExactlyInAnyOrder("player", "moderator");
        assertThat(caller.authorization()).isEqualTo("Bearer " + token);
        assertThat(caller.expiresAt()).isAfter(Instant.now());
        assertThat(caller).hasToString("CallerIdentity[" + USER + "]");
    }

    @Test
    void callerWithoutCredentialsIsAnonymous() {
        assertThat(callers.resolve(new DefaultHttpHeaders()).block()).isEqualTo(CallerIdentity.anonymous());
    }

    @Test
    void refusesTokensOfARevokedSessionOnly() {
        String ended = provider.token(claims -> claims.claim("sid", "ended"));
        String other = provider.token(claims -> claims.claim("sid", "other"));
        assertThat(resolve("Bearer " + ended)).as("cached before its end").isNotNull();

        revokedSessions.revoke("ended");

        String fresh = provider.token(claims -> claims.claim("sid", "ended"));
        for (String token : List.of(ended, fresh)) {
            assertThatExceptionOfType(RevokedSessionException.class).isThrownBy(() -> resolve("Bearer " + token));
        }
        assertThat(resolve("Bearer " + other).login()).isNotNull();
    }

    @Test
    void refusesTokensIssuedBeforeAllSessionsOfTheUserWereRevoked() {
        UUID user = UUID.randomUUID();
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String before = provider.token(claims ->
                claims.subject(user.toString()).issueTime(Date.from(end)).claim("sid", "before"));
        String since = provider.token(claims -> claims.subject(user.toString())
                .issueTime(Date.from(end.plusSeconds(1)))
                .claim("sid", "since"));

        revokedSessions.revokeAllOf(user.toString(), end);
        revokedSessions.revokeAllOf(user.toString(), end.minusSeconds(60));

        assertThatExceptionOfType(RevokedSessionException.class).isThrownBy(() -> resolve("Bearer " + before));
        assertThat(resolve("Bearer " + since).subject()).isEqualTo(user.toString());
    }

    @Test
    void oauthScopesGrantNothing() {
        String token = provider.token(claims -> claims.claim("scope", "admin game-server"));
        assertThat(resolve("Bearer " + token).engineCaller().scopes()).containsExactly("player");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void acceptsATokenUntilItExpires(boolean remembered) {
        Instant end = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        String token =
                provider.token(claims -> claims.expirationTime(Date.from(end)).claim("iat", null));
        if (remembered) {
            CallerIdentity first = resolve("Bearer " + token);
            assertThat(resolve("bearer " + token)).isEqualTo(first);
            assertThat(tokens.remembered(token)).isNotNull();
        }
        try {
            later.set(Duration.between(Instant.now(), end));
            assertRefused("Bearer " + token);
            later.set(later.get().minusSeconds(10));
            assertThat(resolve("Bearer " + token).expiresAt()).isEqualTo(end);
        } finally {
            later.set(Duration.ZERO);
        }
    }

    @Test
    void reportsUnavailableKeysWhileTheyCannotBeFetched() {
        try (TestIdentityProvider broken = new TestIdentityProvider()) {
            BearerTokenCallerResolver resolver = callersOf(broken);
            broken.setState(TestIdentityProvider.State.BROKEN);
            for (int i = 0; i < 5; i++) {
                assertThatExceptionOfType(ProviderKeysUnavailableException.class)
                        .isThrownBy(() ->
                                resolver.resolve(bearer(broken.token(USER))).block());
            }
            assertThatExceptionOfType(InvalidCredentialsException.class)
                    .isThrownBy(() -> resolver.resolve(bearer("a.b.c")).block());
        }
    }

    @Test
    void reportsUnavailableKeysForAnUnknownKeyId() {
        try (TestIdentityProvider rotating = new TestIdentityProvider()) {
            BearerTokenCallerResolver resolver = callersOf(rotating);
            String old = rotating.token(USER);
            assertThat(resolver.resolve(bearer(old)).block()).isNotNull();
            rotating.setState(TestIdentityProvider.State.BROKEN);
            rotating.rotateKey();
            assertThatExceptionOfType(ProviderKeysUnavailableException.class)
                    .isThrownBy(
                            () -> resolver.resolve(bearer(rotating.token(USER))).block());
            assertThat(resolver.resolve(bearer(old)).block())
                    .as("signed with a cached key")
                    .isNotNull();
        }
    }

    private BearerTokenCallerResolver callersOf(TestIdentityProvider other) {
        IdentityProperties of = new IdentityProperties(
                URI.create(other.issuer()),
                other.keysUrl(),
                "transcendence",
                Set.of("cli"),
                Set.of("RS256"),
                Duration.ZERO);
        return new BearerTokenCallerResolver(
                new AccessTokenVerifier(trusting(of, clock), new RevokedSessions(clock), 100, clock));
    }

    @Test
    void cachesTheHashOfATokenOnly() {
        String token = provider.token(USER, "player");
        assertThat(resolve("Bearer " + token).authorization()).isEqualTo("Bearer " + token);
        assertThat(resolve("Bearer " + token).authorization()).isEqualTo("Bearer " + token);

        assertThat(tokens.remembered(token))
                .extracting(CallerIdentity::authorization)
                .isNull();
    }

    @Test
    void cachesTokensByWeight() {
        AccessTokenVerifier few = new AccessTokenVerifier(trusting(properties, clock), revokedSessions, 10, clock);
        String[] roles = IntStream.range(0, 100).mapToObj(i -> "role-" + i).toArray(String[]::new);
        for (int i = 0; i < 20; i++) {
            few.callerOf(provider.token(UUID.randomUUID(), roles)).block();
        }
        // a hundred roles weigh as much as eight tokens
        assertThat(few.remembered()).isEqualTo(1);
    }

    @Test
    void acceptsTokensOfANewKeyAfterRotation() {
        try (TestIdentityProvider rotating = new TestIdentityProvider()) {
            BearerTokenCallerResolver fresh = callersOf(rotating);
            assertThat(fresh.resolve(bearer(rotating.token(USER))).block()).isNotNull();
            rotating.rotateKey();
            assertThat(fresh.resolve(bearer(rotating.token(USER))).block()).isNotNull();
        }
    }

    @Test
    void doesNotFetchKeysForEveryForgedKeyId() {
        resolve("Bearer " + provider.token(USER));
        for (int i = 0; i < 10; i++) {
            assertRefused("Bearer " + provider.tokenOfUnknownKey());
        }
        assertThat(provider.keyRequests()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesInvalidTokens(String token) {
        assertRefused("Bearer " + token);
    }

    Stream<Named<String>> badTokens() {
        return Stream.of(
                named("not signed", provider.unsignedToken()),
                named("public key as secret", provider.tokenSignedWithThePublicKeyAsSecret()),
                named("unknown key", provider.tokenOfUnknownKey()),
                named("forged key with a known id", provider.tokenOfForgedKeyWithKnownId()),
                with("other issuer", claims -> claims.issuer("http://127.0.0.1/other")),
                with("no issuer", claims -> claims.issuer(null)),
                with("other audience", claims -> claims.audience("account")),
                with("no audience", claims -> claims.audience((String) null)),
                with("expired", claims -> claims.expirationTime(inSeconds(-10))),
                with("without end", claims -> claims.expirationTime(null)),
                with("not valid yet", claims -> claims.notBeforeTime(inSeconds(60))),
                with("issued to an unknown client", claims -> claims.claim("azp", "other")),
                with("issued to no client", claims -> claims.claim("azp", null)),
                with("identity token", claims -> claims.claim("typ", "ID")),
                with("refresh token", claims -> claims.claim("typ", "Refresh")),
                with("without subject", claims -> claims.subject(null)),
                named("cut off", provider.token(USER).substring(0, 200)),
                named("changed", changed(provider.token(USER))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c"})
    void refusesMalformedCredentials(String authorization) {
        assertRefused(authorization);
    }

    @Test
    void refusesTwoAuthorizationHeaders() {
        HttpHeaders headers = bearer(provider.token(USER)).add("authorization", "Bearer other");
        assertThatExceptionOfType(InvalidCredentialsException.class)
                .isThrownBy(() -> callers.resolve(headers).block());
    }

    private static TrustedIssuers trusting(IdentityProperties provider, Clock clock) {
        LoginProviderConfiguration beans = new LoginProviderConfiguration();
        return new TrustedIssuers(List.of(beans.loginProvider(provider, beans.providerKeys(provider), clock)));
    }

    private Named<String> with(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return named(name, provider.token(change));
    }

    private static Date inSeconds(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(USER.toString(), "99999999-2222-3333-4444-555555555555");
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return String.join(".", List.of(parts));
    }

    private void assertRefused(String authorization) {
        assertThatExceptionOfType(InvalidCredentialsException.class).isThrownBy(() -> resolve(authorization));
    }

    private CallerIdentity resolve(String authorization) {
        return Objects.requireNonNull(callers.resolve(new DefaultHttpHeaders().add("Authorization", authorization))
                .block(Duration.ofSeconds(10)));
    }

    private static HttpHeaders bearer(String token) {
        return new DefaultHttpHeaders().add("Authorization", "Bearer " + token);
    }
}
