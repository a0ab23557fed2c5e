package ft.transcendence.gateway.sharedstate;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Redis can be reached, and how often its uses have failed. Logs the beginning and the end of an outage, once for all connections. */
public final class RedisCondition {
    private static final Logger LOG = LoggerFactory.getLogger(RedisCondition.class);

    private final String address;
    private final AtomicBoolean reachable = new AtomicBoolean(true);
    private final Map<SharedUse, LongAdder> failures =
            Arrays.stream(SharedUse.values()).collect(Collectors.toUnmodifiableMap(use -> use, use -> new LongAdder()));

    /** @param address where Redis is, without a password */
    RedisCondition(String address) {
        this.address = address;
    }

    /** True until a connection fails. */
    public boolean isReachable() {
        return reachable.get();
    }

    /** The calls that have failed. */
    public long failures(SharedUse use) {
        return count(use).sum();
    }

    void failed(SharedUse use) {
        count(use).increment();
    }

    private LongAdder count(SharedUse use) {
        return Objects.requireNonNull(failures.get(use));
    }

    void report(boolean nowReachable) {
        if (reachable.getAndSet(nowReachable) == nowReachable) {
            return;
        }
        if (nowReachable) {
            LOG.info("Redis at {} is reachable again", address);
        } else {
            LOG.error(
                    "Redis at {} cannot be reached: requests with a session are refused, rate limits are those of this gateway alone, and"
                            + " sessions that other gateways revoke are learned later",
                    address);
        }
    }
}
