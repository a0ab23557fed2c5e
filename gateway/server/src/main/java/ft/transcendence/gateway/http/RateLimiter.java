package ft.transcendence.gateway.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.network.ClientNetwork;
import io.github.bucket4j.Bucket;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One token bucket per caller, in this instance's memory. */
@Component
final class RateLimiter {
    private final RateLimitProperties properties;
    private final LoadingCache<String, Bucket> buckets;

    RateLimiter(RateLimitProperties properties) {
        this.properties = properties;
        Duration refillTime = Duration.ofSeconds(1 + properties.burst() / properties.perSecond());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(properties.callers())
                .expireAfterAccess(refillTime)
                .build(caller -> newBucket());
    }

    /** Whether the caller may send one more request now. */
    boolean admits(CallerIdentity caller, @Nullable InetSocketAddress address) {
        if (!properties.enabled() || properties.exempts(caller)) {
            return true;
        }
        String key = keyOf(caller, address);
        return buckets.get(key).tryConsume(1);
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(properties.burst()).refillGreedy(properties.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /** The key that a request counts for: the user, or else the network that it comes from. */
    static String keyOf(CallerIdentity caller, @Nullable InetSocketAddress address) {
        return caller.subject() != null ? caller.subject() : ClientNetwork.of(address);
    }

    /** The number of tracked callers, for tests. */
    long watched() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
