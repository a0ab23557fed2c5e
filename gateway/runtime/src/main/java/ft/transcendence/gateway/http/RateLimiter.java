package ft.transcendence.gateway.http;

import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.network.ClientNetwork;
import ft.transcendence.gateway.ratelimit.TokenBuckets;
import ft.transcendence.gateway.ratelimit.TokenBucketsFactory;
import ft.transcendence.gateway.reload.Reloadable;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** One token bucket per caller. */
@Component
final class RateLimiter {
    private final Supplier<RateLimitProperties> settings;
    private volatile TokenBuckets buckets;

    @Autowired
    RateLimiter(Reloadable<RateLimitProperties> settings, TokenBucketsFactory factory) {
        this(settings, factory.make("requests", sizeOf(settings.get())));
        settings.onChange(() -> {
            TokenBuckets replaced = buckets;
            // with full buckets for all callers
            buckets = factory.make("requests", sizeOf(settings.get()));
            factory.release(replaced);
        });
    }

    RateLimiter(Supplier<RateLimitProperties> settings, TokenBuckets buckets) {
        this.settings = settings;
        this.buckets = buckets;
    }

    static TokenBuckets.Size sizeOf(RateLimitProperties properties) {
        return new TokenBuckets.Size(properties.burst(), properties.perSecond(), properties.callers());
    }

    /** Whether the caller may send one more request now. */
    boolean admits(CallerIdentity caller, @Nullable InetSocketAddress address) {
        RateLimitProperties properties = settings.get();
        if (!properties.enabled() || properties.exempts(caller)) {
            return true;
        }
        return buckets.tryConsume(keyOf(caller, address));
    }

    /** The key that a request counts for: the user, or else the network that it comes from. */
    static String keyOf(CallerIdentity caller, @Nullable InetSocketAddress address) {
        return caller.subject() != null ? caller.subject() : ClientNetwork.of(address);
    }

    /** The number of tracked callers, for tests. */
    long watched() {
        return buckets.tracked();
    }
}
