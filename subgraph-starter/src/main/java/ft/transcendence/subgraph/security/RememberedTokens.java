package ft.transcendence.subgraph.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Decodes access tokens, and remembers which ones were verified. The gateway sends the same token with every request of
 * a caller, and verifying its signature costs more than a small query. Only the signature check is saved: issuer, times,
 * audience and client are checked for every request.
 *
 * <p>A token is remembered by its hash, until it expires and at most for {@link #REMEMBERED_FOR}, so that a key that the
 * issuer withdraws does not live on here. Rejected tokens are not remembered, so forged ones cannot evict good ones. The
 * token itself is not stored.
 */
final class RememberedTokens implements JwtDecoder {

    /** As long as the issuer's keys are cached. */
    static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

    /** The characters of a token of usual size. */
    private static final int USUAL_CHARACTERS = 2048;

    private final JwtDecoder verifier;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, VerifiedToken> verified;

    /**
     * @param verifier verifies the signature of a token and validates its claims
     * @param validator validates the claims of a remembered token
     * @param capacity how many tokens of usual size are remembered
     * @param ticker the time for forgetting tokens
     */
    RememberedTokens(
            JwtDecoder verifier, OAuth2TokenValidator<Jwt> validator, int capacity, Clock clock, Ticker ticker) {
        this.verifier = verifier;
        this.validator = validator;
        this.verified = Caffeine.newBuilder()
                .maximumWeight(capacity)
                .weigher((String hash, VerifiedToken token) -> token.weight())
                .expireAfter(Expiry.<String, VerifiedToken>creating((hash, token) -> token.remembered(clock.instant())))
                .ticker(ticker)
                // evict on the calling thread: it is cheaper than handing over to an executor
                .executor(Runnable::run)
                .build();
    }

    /** What a token says, without the token. */
    private record VerifiedToken(
            @Nullable Instant issuedAt,
            Instant expiresAt,
            Map<String, Object> headers,
            Map<String, Object> claims,
            int weight) {

        static VerifiedToken of(Jwt token) {
            return new VerifiedToken(
                    token.getIssuedAt(),
                    Objects.requireNonNull(token.getExpiresAt()),
                    token.getHeaders(),
                    token.getClaims(),
                    1 + token.getTokenValue().length() / USUAL_CHARACTERS);
        }

        Jwt with(String token) {
            return new Jwt(token, issuedAt, expiresAt, headers, claims);
        }

        Duration remembered(Instant now) {
            Duration remaining = Duration.between(now, expiresAt);
            if (remaining.isNegative()) {
                return Duration.ZERO;
            }
            return remaining.compareTo(REMEMBERED_FOR) < 0 ? remaining : REMEMBERED_FOR;
        }
    }

    @Override
    public Jwt decode(String token) {
        String hash = hash(token);
        VerifiedToken known = verified.getIfPresent(hash);
        if (known != null) {
            return validated(known.with(token));
        }
        Jwt decoded = verifier.decode(token);
        verified.put(hash, VerifiedToken.of(decoded));
        return decoded;
    }

    private Jwt validated(Jwt token) {
        OAuth2TokenValidatorResult result = validator.validate(token);
        if (result.hasErrors()) {
            throw new JwtValidationException("The token is no longer valid", result.getErrors());
        }
        return token;
    }

    /** How many tokens are remembered. */
    long count() {
        verified.cleanUp();
        return verified.estimatedSize();
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
