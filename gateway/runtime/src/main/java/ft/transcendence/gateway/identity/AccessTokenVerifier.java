package ft.transcendence.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import ft.transcendence.gateway.digest.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Verifies access tokens and turns them into callers. A verified token is cached by its hash until it expires, in a cache of
 * bounded weight; tokens themselves are never stored. Refused tokens are not cached, so a flood of forged tokens cannot evict
 * good ones.
 */
@Component
public final class AccessTokenVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(AccessTokenVerifier.class);
    private static final Duration LOGGED_EVERY = Duration.ofSeconds(10);
    /** The size of a subject, a session and a dozen roles. */
    private static final int USUAL_CHARACTERS = 1024;

    private static final int BYTES_OF_A_STRING = 64;

    private final TrustedIssuers issuers;
    private final RevokedSessions revokedSessions;
    private final Clock clock;
    private final AtomicReference<Instant> loggedAt = new AtomicReference<>(Instant.EPOCH);
    private final Cache<String, CallerIdentity> verified;
    private final LongAdder knownTokens = new LongAdder();
    private final LongAdder newTokens = new LongAdder();

    @Autowired
    AccessTokenVerifier(
            TrustedIssuers issuers, RevokedSessions revokedSessions, IssuersProperties properties, Clock clock) {
        this(issuers, revokedSessions, properties.rememberedTokens(), clock);
    }

    AccessTokenVerifier(TrustedIssuers issuers, RevokedSessions revokedSessions, int rememberedTokens, Clock clock) {
        this.issuers = issuers;
        this.clock = clock;
        this.revokedSessions = revokedSessions;
        this.verified = Caffeine.newBuilder()
                .maximumWeight(rememberedTokens)
                .weigher(AccessTokenVerifier::weightOf)
                .expireAfter(Expiry.<String, CallerIdentity>creating((hash, caller) -> remainingTime(caller, clock)))
                .build();
    }

    /**
     * The token's caller. Fails with an {@link InvalidCredentialsException}, or with a {@link ProviderKeysUnavailableException}
     * when the token cannot be verified at the moment.
     */
    public Mono<CallerIdentity> callerOf(String token) {
        String hash = Sha256.hex(token);
        CallerIdentity known = verified.getIfPresent(hash);
        if (known != null && isValid(known)) {
            knownTokens.increment();
            return ofLivingSession(known.withAuthorization(bearer(token)));
        }
        newTokens.increment();
        // verifying a token checks its signature and may fetch keys: not on an event loop
        return Mono.fromCallable(() -> verify(token, hash))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(this::ofLivingSession);
    }

    private Mono<CallerIdentity> ofLivingSession(CallerIdentity caller) {
        return revokedSessions.contains(caller) ? Mono.error(RevokedSessionException::new) : Mono.just(caller);
    }

    private CallerIdentity verify(String token, String hash) {
        try {
            CallerIdentity caller = issuers.callerOf(token);
            verified.put(hash, caller);
            return caller.withAuthorization(bearer(token));
        } catch (BadJwtException | IllegalArgumentException e) {
            throw new InvalidCredentialsException(String.valueOf(e.getMessage()), e);
        } catch (JwtException e) {
            logThrottled(e);
            throw new ProviderKeysUnavailableException(e);
        }
    }

    private boolean isValid(CallerIdentity known) {
        return clock.instant().isBefore(Objects.requireNonNull(known.expiresAt()));
    }

    /** Throttled: an outage would log once per request. */
    private void logThrottled(JwtException failure) {
        Instant now = clock.instant();
        Instant last = loggedAt.get();
        if (!now.isBefore(last.plus(LOGGED_EVERY)) && loggedAt.compareAndSet(last, now)) {
            LOG.error("Access tokens cannot be verified, callers get a retryable error: {}", failure.getMessage());
        }
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    /** The weight in tokens of usual size, so that tokens with thousands of roles do not fill the heap. */
    private static int weightOf(String hash, CallerIdentity caller) {
        int characters = Objects.requireNonNull(caller.subject()).length();
        if (caller.login() != null && caller.login().session() != null) {
            characters += caller.login().session().length();
        }
        for (String role : caller.engineCaller().scopes()) {
            characters += BYTES_OF_A_STRING + role.length();
        }
        for (ClaimHeader header : caller.headers()) {
            characters += BYTES_OF_A_STRING + header.value().length();
        }
        return 1 + characters / USUAL_CHARACTERS;
    }

    private static Duration remainingTime(CallerIdentity caller, Clock clock) {
        Instant expiresAt = Objects.requireNonNull(caller.expiresAt());
        Duration remaining = Duration.between(clock.instant(), expiresAt);
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    /** How many tokens of requests had been verified before. */
    public long knownTokens() {
        return knownTokens.sum();
    }

    /** How many tokens of requests had to be verified. */
    public long newTokens() {
        return newTokens.sum();
    }

    /** The cached caller of a token, for tests. */
    @Nullable CallerIdentity remembered(String token) {
        return verified.getIfPresent(Sha256.hex(token));
    }

    /** The number of cached tokens, for tests. */
    long remembered() {
        verified.cleanUp();
        return verified.estimatedSize();
    }
}
