package ft.transcendence.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;

/** Buckets in the memory of this gateway. */
final class LocalTokenBuckets implements TokenBuckets {
    private final LoadingCache<String, Bucket> buckets;

    LocalTokenBuckets(Size size, InstantSource clock) {
        TimeMeter meter = new Meter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(size.keys())
                .expireAfterAccess(Duration.ofSeconds(1 + size.burst() / size.perSecond()))
                .build(key -> Bucket.builder()
                        .withCustomTimePrecision(meter)
                        .addLimit(limit ->
                                limit.capacity(size.burst()).refillGreedy(size.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }

    @Override
    public boolean tryConsume(String key) {
        return buckets.get(key).tryConsume(1);
    }

    @Override
    public long available(String key) {
        return buckets.get(key).getAvailableTokens();
    }

    /** Takes tokens until the key has no more than these, which may be less than none. */
    void lowerTo(String key, long tokens) {
        Bucket bucket = buckets.get(key);
        long surplus = bucket.getAvailableTokens() - tokens;
        if (surplus > 0) {
            bucket.consumeIgnoringRateLimits(surplus);
        }
    }

    @Override
    public long tracked() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    /** The buckets' clock. */
    private record Meter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
