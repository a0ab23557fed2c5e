package ft.transcendence.gateway.sharedstate;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the beginning and the end of an outage, once for all connections. */
final class OutageLog {
    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    private final String address;
    private final AtomicBoolean reachable = new AtomicBoolean(true);

    /** @param address host and port, without a password */
    OutageLog(String address) {
        this.address = address;
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
