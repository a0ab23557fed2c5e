package ft.transcendence.subgraph.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class RememberedTokensTests {

    private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final int CAPACITY = 10;

    private final AtomicLong elapsed = new AtomicLong();
    private final AtomicInteger verifications = new AtomicInteger();
    private final AtomicBoolean accepted = new AtomicBoolean(true);
    private Instant now = START;
    private Duration lifetime = LIFETIME;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final RememberedTokens tokens =
            new RememberedTokens(this::verify, validator(), CAPACITY, clock, elapsed::get);

    private Jwt verify(String token) {
        verifications.incrementAndGet();
        if (token.startsWith("forged")) {
            throw new BadJwtException("Not signed by the issuer");
        }
        return new Jwt(token, now, now.plus(lifetime), Map.of("alg", "RS256"), Map.of("sub", "ada"));
    }

    private OAuth2TokenValidator<Jwt> validator() {
        JwtTimestampValidator timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        OAuth2TokenValidator<Jwt> audience = token -> accepted.get()
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
        return new DelegatingOAuth2TokenValidator<>(List.of(timestamps, audience));
    }

    private void pass(Duration time) {
        elapsed.addAndGet(time.toNanos());
        now = now.plus(time);
    }

    @Test
    void verifiesATokenOnce() {
        Jwt first = tokens.decode("good");
        Jwt second = tokens.decode("good");

        assertThat(verifications).hasValue(1);
        assertThat(second.getClaims()).isEqualTo(first.getClaims());
        assertThat(second.getTokenValue()).isEqualTo("good");
        assertThat(second.getExpiresAt()).isEqualTo(first.getExpiresAt());
    }

    @Test
    void tellsTokensApart() {
        tokens.decode("good");
        tokens.decode("good2");

        assertThat(verifications).hasValue(2);
    }

    @Test
    void validatesTheClaimsOfARememberedTokenForEveryRequest() {
        tokens.decode("good");
        accepted.set(false);

        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> tokens.decode("good"));
        assertThat(verifications).hasValue(1);
    }

    @Test
    void rejectsARememberedTokenAfterItsExpiry() {
        tokens.decode("good");
        // only the clock moves on: the cache has not noticed yet
        now = START.plus(LIFETIME).plus(SKEW).plusSeconds(1);

        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> tokens.decode("good"));
        assertThat(verifications).hasValue(1);
    }

    @Test
    void forgetsATokenWhenItExpires() {
        lifetime = Duration.ofMinutes(2);
        tokens.decode("good");

        pass(lifetime);
        assertThat(tokens.count()).isZero();
    }

    @Test
    void forgetsATokenAfterFiveMinutesSoThatAWithdrawnKeyIsNoticed() {
        tokens.decode("good");
        pass(RememberedTokens.REMEMBERED_FOR.minusSeconds(1));
        tokens.decode("good");
        assertThat(verifications).hasValue(1);

        pass(Duration.ofSeconds(2));
        tokens.decode("good");
        assertThat(verifications).hasValue(2);
    }

    @Test
    void doesNotRememberRejectedTokens() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("forged"));
        }

        assertThat(verifications).hasValue(2);
        assertThat(tokens.count()).isZero();
    }

    @Test
    void remembersAsManyTokensAsItHasRoomFor() {
        for (int number = 0; number < 100; number++) {
            tokens.decode("good" + number);
        }
        assertThat(tokens.count()).isBetween(1L, (long) CAPACITY);
    }

    @Test
    void countsALongTokenAsSeveral() {
        String padding = "x".repeat(5 * 2048);
        for (int number = 0; number < 20; number++) {
            tokens.decode("good" + number + padding);
        }
        assertThat(tokens.count()).isEqualTo(1);
    }
}
