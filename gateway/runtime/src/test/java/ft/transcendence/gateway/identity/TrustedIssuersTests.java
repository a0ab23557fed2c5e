package ft.transcendence.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import ft.transcendence.gateway.identity.IssuersProperties.ClaimHeaderRule;
import ft.transcendence.gateway.identity.IssuersProperties.Issuer;
import ft.transcendence.gateway.identity.IssuersProperties.RequiredClaim;
import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** A gateway that accepts the tokens of two issuers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustedIssuersTests {
    private final TestIdentityProvider partners = new TestIdentityProvider();
    private final TestIdentityProvider staff = new TestIdentityProvider();
    private final TestIdentityProvider stranger = new TestIdentityProvider();

    @TempDir
    Path folder;

    private Issuer ofPartners;
    private Issuer ofStaff;
    private AccessTokenVerifier tokens;

    @AfterAll
    void close() {
        partners.close();
        staff.close();
        stranger.close();
    }

    @BeforeEach
    void configure() {
        // discovered keys, scopes as OAuth has them
        ofPartners = new Issuer(
                "partners",
                URI.create(partners.issuer()),
                null,
                null,
                Set.of("pong", "transcendence"),
                List.of(),
                List.of("scope", "scp"),
                "sub",
                Set.of("RS256"),
                Duration.ofSeconds(30),
                List.of(
                        new ClaimHeaderRule("sub", "X-User"),
                        new ClaimHeaderRule("org.id", "X-Organization"),
                        new ClaimHeaderRule("groups", "X-Groups")));
        // keys at an address, roles as Keycloak has them
        ofStaff = new Issuer(
                "staff",
                URI.create(staff.issuer()),
                URI.create(staff.keysUrl()),
                null,
                Set.of("transcendence"),
                List.of(new RequiredClaim("azp", List.of("cli", "tool-*"))),
                List.of("realm_access.roles"),
                "email",
                Set.of("RS256"),
                Duration.ofSeconds(30),
                List.of());
        tokens = verifierOf(ofPartners, ofStaff);
    }

    private static AccessTokenVerifier verifierOf(Issuer... issuers) {
        TrustedIssuers trusted = new TrustedIssuers(List.of(issuers).stream()
                .map(issuer -> TrustedIssuer.of(issuer, Clock.systemUTC()))
                .toList());
        return new AccessTokenVerifier(trusted, new RevokedSessions(Clock.systemUTC()), 100, Clock.systemUTC());
    }

    private CallerIdentity callerOf(String token) {
        return Objects.requireNonNull(tokens.callerOf(token).block(Duration.ofSeconds(20)));
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(InvalidCredentialsException.class).isThrownBy(() -> callerOf(token));
    }

    @Test
    void verifiesEachTokenByTheRulesOfItsIssuer() {
        CallerIdentity partner = callerOf(partners.token(claims -> claims.subject("ada")
                .claim("scope", "matches:read  matches:write")
                .claim("scp", List.of("profile"))));
        CallerIdentity employee = callerOf(staff.token(claims -> claims.claim("email", "grace@pong.example")
                .claim("azp", "tool-7")
                .claim("scope", "granted-by-nobody")));

        assertThat(partner.subject()).isEqualTo("partners:ada");
        assertThat(partner.engineCaller().scopes())
                .containsExactlyInAnyOrder("matches:read", "matches:write", "profile");
        assertThat(partner.login()).as("no logout is ever reported").isNull();
        assertThat(employee.subject()).isEqualTo("staff:grace@pong.example");
        assertThat(employee.engineCaller().scopes()).containsExactly("player");
        assertThat(employee.headers()).isEmpty();
    }

    @Test
    void turnsClaimsIntoHeaders() {
        String token = partners.token(
                claims -> claims.subject("ada").claim("org", Map.of("id", 17)).claim("groups", List.of("red", "blue")));
        assertThat(callerOf(token).headers())
                .containsExactly(
                        new ClaimHeader("x-user", "ada"),
                        new ClaimHeader("x-organization", "17"),
                        new ClaimHeader("x-groups", "red,blue"));
        assertThat(callerOf(token).headers()).as("of a cached token").hasSize(3);
        assertThat(callerOf(partners.token(claims -> claims.subject("ada"))).headers())
                .as("claims that a token does not have")
                .containsExactly(new ClaimHeader("x-user", "ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nx-admin: true", "a\u0000", "Zoë"})
    void refusesClaimsThatCannotBeHeaders(String group) {
        assertRefused(partners.token(claims -> claims.claim("groups", List.of(group))));
    }

    @Test
    void acceptsTheTokenTypeOfRfc9068() {
        assertThat(callerOf(partners.token("at+jwt", claims -> claims.subject("ada")))
                        .subject())
                .isEqualTo("partners:ada");
        assertRefused(partners.token("logout+jwt", claims -> claims));
    }

    @Test
    void refusesTokensOfNoTrustedIssuer() {
        assertRefused(stranger.token(claims -> claims));
        assertRefused(partners.token(claims -> claims.issuer(null)));
        assertRefused(partners.token(claims -> claims.issuer("partners")));
        assertRefused("not.a.token");
    }

    @Test
    void refusesTokensThatAnotherIssuerSigned() {
        assertRefused(staff.token(claims -> claims.issuer(partners.issuer())));
        assertRefused(partners.token(claims -> claims.issuer(staff.issuer())));
        assertRefused(stranger.token(claims -> claims.issuer(staff.issuer())));
    }

    @Test
    void refusesInvalidTokensOfEachIssuer() {
        for (TestIdentityProvider issuer : List.of(partners, staff)) {
            assertRefused(issuer.unsignedToken());
            assertRefused(issuer.tokenSignedWithThePublicKeyAsSecret());
            assertRefused(issuer.tokenOfForgedKeyWithKnownId());
            assertRefused(with(issuer, claims -> claims.audience("account")));
            assertRefused(with(issuer, claims -> claims.audience((String) null)));
            assertRefused(with(
                    issuer,
                    claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(10)))));
            assertRefused(with(issuer, claims -> claims.expirationTime(null)));
            assertRefused(with(
                    issuer,
                    claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(90)))));
            assertRefused(with(issuer, claims -> claims.claim("typ", "ID")));
            assertRefused(with(issuer, claims -> claims.subject(null).claim("email", null)));
        }
    }

    private static String with(TestIdentityProvider issuer, UnaryOperator<JWTClaimsSet.Builder> change) {
        return issuer.token(claims -> change.apply(claims.claim("email", "grace@pong.example")));
    }

    @Test
    void requiresClaims() {
        for (String client : List.of("other", "tool", "CLI")) {
            assertRefused(with(staff, claims -> claims.claim("azp", client)));
        }
        assertRefused(with(staff, claims -> claims.claim("azp", null)));
    }

    @Test
    void readsKeysFromAFileAgainWhenTheyAreUnknown() throws IOException {
        try (TestIdentityProvider offline = new TestIdentityProvider()) {
            Path file = Files.writeString(folder.resolve("keys.json"), offline.keys());
            tokens = verifierOf(new Issuer(
                    "offline",
                    URI.create(offline.issuer()),
                    null,
                    file,
                    Set.of("transcendence"),
                    List.of(),
                    List.of("scope"),
                    "sub",
                    Set.of("RS256"),
                    Duration.ZERO,
                    List.of()));

            assertThat(callerOf(offline.token(claims -> claims.subject("ada"))).subject())
                    .isEqualTo("offline:ada");
            offline.rotateKey();
            Files.writeString(file, offline.keys());
            assertThat(callerOf(offline.token(claims -> claims.subject("bob"))).subject())
                    .isEqualTo("offline:bob");
            assertThat(offline.keyRequests()).isZero();
        }
    }

    @Test
    void needsTheFileOfKeysFromTheStart() {
        assertThatExceptionOfType(WrongSettingsException.class)
                .isThrownBy(() -> new KeyFile(folder.resolve("none.json")))
                .withMessageContaining("none.json");
    }

    @Test
    void startsBeforeTheIssuerAndAnswersRetryablyUntilItIsThere() {
        try (TestIdentityProvider late = new TestIdentityProvider()) {
            late.setState(TestIdentityProvider.State.BROKEN);
            String token = late.token(claims -> claims.subject("ada"));
            tokens = verifierOf(issuerAt(late));
            assertThatExceptionOfType(ProviderKeysUnavailableException.class).isThrownBy(() -> callerOf(token));

            late.setState(TestIdentityProvider.State.WELL);
            assertThat(callerOf(token).subject()).isEqualTo("late:ada");
        }
    }

    @Test
    void takesNoKeysFromTheConfigurationOfAnotherIssuer() {
        try (TestIdentityProvider impostor = new TestIdentityProvider()) {
            impostor.pretendToBe("https://login.example.org");
            tokens = verifierOf(issuerAt(impostor));
            assertThatExceptionOfType(ProviderKeysUnavailableException.class)
                    .isThrownBy(() -> callerOf(impostor.token(claims -> claims)))
                    .withMessageContaining("is of another issuer");
        }
    }

    private static Issuer issuerAt(TestIdentityProvider provider) {
        return new Issuer(
                "late",
                URI.create(provider.issuer()),
                null,
                null,
                Set.of("transcendence"),
                List.of(),
                List.of("scope"),
                "sub",
                Set.of("RS256"),
                Duration.ZERO,
                List.of());
    }

    @Test
    void theTwoIssuersNeverShareARule() {
        assertThatExceptionOfType(WrongSettingsException.class).isThrownBy(() -> verifierOf(ofPartners, ofPartners));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> TrustedIssuer.of(ofStaff, Clock.systemUTC())
                .callerOf(partners.token(claims -> claims)));
    }
}
