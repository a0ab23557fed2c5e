package ft.transcendence.gateway.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;

/**
 * An issuer's keys: cached, refreshed before they expire and when a key id is unknown (at most twice in 30 seconds,
 * so that forged ids cannot be used to flood the issuer), and kept in use while the issuer cannot be reached.
 *
 * <p>A key that is not in the cache is unknown when the last fetch succeeded. When it failed that is undecided, since the provider
 * may have the key by now.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(4);
    private static final Duration FETCHED_AT_MOST_EVERY = Duration.ofSeconds(30);

    private final JWKSource<SecurityContext> keys;
    private volatile boolean unavailable;

    ProviderKeys(KeySet keySet) {
        this.keys = JWKSourceBuilder.create(new RecordingSource(keySet))
                .cache(KEPT.toMillis(), FETCH_TIMEOUT.toMillis())
                .rateLimited(FETCHED_AT_MOST_EVERY.toMillis())
                .retrying(true)
                .outageTolerant(KEPT_IN_OUTAGE.toMillis())
                .build();
    }

    /** The matching keys; empty when the provider has none. */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        List<JWK> found;
        try {
            found = keys.get(selector, context);
        } catch (RateLimitReachedException throttled) {
            if (unavailable) {
                throw throttled;
            }
            return List.of();
        }
        if (found.isEmpty() && unavailable) {
            throw new KeySourceException("The key is unknown, and the issuer's keys cannot be fetched");
        }
        return found;
    }

    /** Records whether the last fetch succeeded. */
    private final class RecordingSource implements JWKSetSource<SecurityContext> {
        private final KeySet keySet;

        RecordingSource(KeySet keySet) {
            this.keySet = keySet;
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
                throws KeySourceException {
            try {
                JWKSet fetched = keySet.read();
                unavailable = false;
                return fetched;
            } catch (IOException | ParseException | RuntimeException failure) {
                unavailable = true;
                throw new JWKSetUnavailableException(keySet + " cannot be read: " + failure.getMessage(), failure);
            }
        }

        @Override
        public void close() {}
    }
}
