package ft.transcendence.gateway.ratelimit;

import ft.transcendence.gateway.sharedstate.RedisConnection;
import ft.transcendence.gateway.sharedstate.SharedUse;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Buckets that several gateways share. Each gateway decides by buckets of its own, so that a request never waits for Redis, and
 * reports from time to time what it has let through: the tokens are taken from the shared bucket, below zero if necessary, and its own
 * bucket is lowered to what is left there. So the sustained rate is that of one gateway. A caller who is new to a gateway gets at
 * most one burst more there, once, and its excess is a debt that all gateways know.
 *
 * <p>While Redis is away, reports are lost, and each gateway has limits of its own.
 */
final class SharedTokenBuckets implements TokenBuckets, Disposable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedTokenBuckets.class);
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);
    /** Reports on their way at a time. */
    private static final int CONCURRENCY = 64;

    private final LocalTokenBuckets local;
    private final long maxKeys;
    private final String prefix;
    private final BucketConfiguration configuration;
    private final Duration timeout;
    private final Mono<AsyncProxyManager<String>> shared;
    private final Disposable reports;
    /** What was taken since the last report. */
    private final ConcurrentMap<String, Long> taken = new ConcurrentHashMap<>();

    private final RedisConnection redis;

    SharedTokenBuckets(
            LocalTokenBuckets local,
            Size size,
            String prefix,
            RedisConnection redis,
            Duration timeout,
            Duration interval,
            Scheduler scheduler) {
        this.local = local;
        this.maxKeys = size.keys();
        this.prefix = prefix;
        this.timeout = timeout;
        this.configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(size.burst()).refillGreedy(size.perSecond(), Duration.ofSeconds(1)))
                .build();
        this.redis = redis;
        this.shared = redis.commands()
                .map(commands -> Bucket4jLettuce.casBasedBuilder(commands)
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(LONGEST_LIFE))
                        .requestTimeout(timeout)
                        .build()
                        .asAsync())
                .cacheInvalidateIf(any -> false);
        this.reports = Flux.interval(interval, scheduler)
                .onBackpressureDrop()
                .concatMap(tick -> report(), 1)
                .subscribe();
    }

    @Override
    public boolean tryConsume(String key) {
        boolean admitted = local.tryConsume(key);
        if (admitted && (taken.size() < maxKeys || taken.containsKey(key))) {
            taken.merge(key, 1L, Long::sum);
        }
        return admitted;
    }

    @Override
    public long available(String key) {
        return local.available(key);
    }

    @Override
    public long tracked() {
        return local.tracked();
    }

    private Mono<Void> report() {
        return taken.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(taken.keySet())
                        .flatMap(this::report, CONCURRENCY)
                        .then()
                        .onErrorResume(failure -> {
                            redis.failed(SharedUse.LIMITS);
                            LOG.debug("Rate limits are not shared at the moment: {}", failure.toString());
                            taken.clear();
                            return Mono.empty();
                        });
    }

    private Mono<Void> report(String key) {
        Long tokens = taken.remove(key);
        return tokens == null
                ? Mono.empty()
                : shared.flatMap(buckets -> Mono.fromFuture(() -> buckets.builder()
                                .build(prefix + key, () -> CompletableFuture.completedFuture(configuration))
                                .asVerbose()
                                .consumeIgnoringRateLimits(tokens)))
                        .timeout(timeout)
                        .doOnNext(result ->
                                local.lowerTo(key, result.getDiagnostics().getAvailableTokens()))
                        .then();
    }

    @Override
    public void dispose() {
        reports.dispose();
    }
}
