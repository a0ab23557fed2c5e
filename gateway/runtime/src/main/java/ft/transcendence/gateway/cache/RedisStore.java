package ft.transcendence.gateway.cache;

import ft.transcendence.gateway.sharedstate.RedisConnection;
import ft.transcendence.gateway.sharedstate.SharedUse;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Keeps values in the Redis that gateways share. Each value is a key with an expiry; the epochs of tags are fields of one hash without
 * an expiry, so that a Redis that is full and may only evict keys that expire keeps it. If the hash is lost nevertheless, everything
 * kept before is invalid: epochs begin with the time.
 */
final class RedisStore implements CacheStore {
    private static final Logger LOG = LoggerFactory.getLogger(RedisStore.class);

    private static final String EPOCH = "epoch";
    private static final String EVERYTHING = "everything";

    /** Begins to count epochs, unless another gateway has begun. */
    private static final String BEGIN = """
            if redis.call('HSETNX', KEYS[1], 'epoch', ARGV[1]) == 1 then
              redis.call('HSET', KEYS[1], 'everything', ARGV[1])
            end
            return 1
            """;

    /** Begins the next epoch for one tag; or for everything, if epochs are not counted yet or there are too many tags. */
    private static final String INVALIDATE = """
            local next = ARGV[2]
            if redis.call('HEXISTS', KEYS[1], 'epoch') == 1 then
              next = redis.call('HINCRBY', KEYS[1], 'epoch', 1)
              if redis.call('HLEN', KEYS[1]) < tonumber(ARGV[3]) then
                redis.call('HSET', KEYS[1], ARGV[1], next)
                return 1
              end
              redis.call('DEL', KEYS[1])
            end
            redis.call('HSET', KEYS[1], 'epoch', next, 'everything', next)
            return 1
            """;

    /** How long Redis is left alone after a failure: not every request shall wait for a Redis that stands still. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RedisConnection redis;
    private final String prefix;
    private final String epochs;
    private final Duration timeout;
    private final InstantSource clock;
    private final LongAdder failures = new LongAdder();
    private volatile long pausedUntil;

    /** @param prefix of all its keys */
    RedisStore(RedisConnection redis, String prefix, Duration timeout, InstantSource clock) {
        this.redis = redis;
        this.prefix = prefix;
        this.epochs = prefix + "epochs";
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Found> find(List<CacheKey> keys) {
        if (clock.millis() < pausedUntil) {
            return CompletableFuture.completedFuture(nothing(keys.size()));
        }
        String[] names = keys.stream().map(this::name).toArray(String[]::new);
        return redis.call(SharedUse.CACHE, commands -> commands.mget(names).collectList())
                .flatMap(this::valid)
                .timeout(timeout)
                .onErrorResume(failure -> {
                    pausedUntil = clock.millis() + PAUSE.toMillis();
                    failed("read", failure);
                    return Mono.just(nothing(keys.size()));
                })
                .toFuture()
                .thenApply(found -> found == null ? nothing(keys.size()) : found);
    }

    private static Found nothing(int count) {
        return new Found(Collections.nCopies(count, null), UNKNOWN);
    }

    private String name(CacheKey key) {
        return prefix + key.hex();
    }

    private Mono<Found> valid(List<KeyValue<String, byte[]>> values) {
        List<@Nullable Entry> entries = new ArrayList<>(values.size());
        Set<String> fields = new LinkedHashSet<>(List.of(EPOCH, EVERYTHING));
        for (KeyValue<String, byte[]> value : values) {
            Entry entry = value.hasValue() ? EntryCodec.decode(value.getValue()) : null;
            entries.add(entry);
            if (entry != null) {
                fields.addAll(entry.tags());
            }
        }
        return redis.call(SharedUse.CACHE, commands -> commands.hmget(epochs, fields.toArray(String[]::new))
                        .collectList())
                .flatMap(found -> {
                    Map<String, Long> last = numbers(found);
                    Long epoch = last.get(EPOCH);
                    return epoch == null
                            ? begin().thenReturn(nothing(entries.size()))
                            : Mono.just(new Found(
                                    entries.stream()
                                            .<@Nullable Entry>map(entry -> isValid(entry, epoch, last) ? entry : null)
                                            .toList(),
                                    epoch));
                });
    }

    private static Map<String, Long> numbers(List<KeyValue<String, byte[]>> fields) {
        Map<String, Long> numbers = new HashMap<>();
        for (KeyValue<String, byte[]> field : fields) {
            if (field.hasValue()) {
                numbers.put(field.getKey(), Long.valueOf(new String(field.getValue(), StandardCharsets.US_ASCII)));
            }
        }
        return numbers;
    }

    private boolean isValid(@Nullable Entry entry, long epoch, Map<String, Long> last) {
        return entry != null
                && entry.expires() > clock.millis()
                // a later one was counted before the hash was lost, by a gateway whose clock is ahead
                && entry.epoch() <= epoch
                && last.getOrDefault(EVERYTHING, Long.MAX_VALUE) <= entry.epoch()
                && entry.tags().stream().allMatch(tag -> last.getOrDefault(tag, 0L) <= entry.epoch());
    }

    private Mono<Long> begin() {
        return script(BEGIN, text(clock.millis()));
    }

    private Mono<Long> script(String script, byte[]... arguments) {
        return redis.call(SharedUse.CACHE, commands -> commands.<Long>eval(
                        script, ScriptOutputType.INTEGER, new String[] {epochs}, arguments)
                .next());
    }

    private static byte[] text(Object value) {
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void keep(CacheKey key, Entry entry) {
        long time = entry.expires() - clock.millis();
        if (time > 0) {
            redis.call(
                            SharedUse.CACHE,
                            commands -> commands.set(name(key), EntryCodec.encode(entry), SetArgs.Builder.px(time)))
                    .subscribe(done -> {}, failure -> failed("write", failure));
        }
    }

    @Override
    public CompletableFuture<@Nullable Void> invalidate(String tag) {
        return script(INVALIDATE, text(tag), text(clock.millis()), text(MemoryStore.MOST_TAGS))
                .doOnError(failure -> failed("invalidate", failure))
                .then()
                .toFuture();
    }

    private void failed(String what, Throwable failure) {
        failures.increment();
        LOG.debug("The cache could not {}: {}", what, failure.toString());
    }

    /** Redis counts them. */
    @Override
    public long entries() {
        return 0;
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public long failures() {
        return failures.sum();
    }
}
