package ft.transcendence.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * When sessions and users' logins were revoked, bounded in time and number.
 *
 * <p>Entries are forgotten in the order in which they were written; a cache that kept the most used ones could forget a new
 * revocation. A token as old as anything forgotten counts as revoked, so forgetting never revives a session. This concerns tokens
 * older than the time it takes to fill the memory; access tokens live for minutes.
 */
final class RevocationTimes {
    private record Times(Instant until, Instant written) {}

    private record Entry(String key, Instant at) {}

    private final InstantSource clock;
    private final Duration remembered;
    private final int maxEntries;
    /** Read by every request without a lock. */
    private final ConcurrentMap<String, Times> revocations = new ConcurrentHashMap<>();
    /** Guarded by this object's monitor, like every write. */
    private final Deque<Entry> order = new ArrayDeque<>();

    private volatile Instant forgotten = Instant.MIN;

    RevocationTimes(InstantSource clock, Duration remembered, int maxEntries) {
        this.clock = clock;
        this.remembered = remembered;
        this.maxEntries = maxEntries;
    }

    /** Adds a revocation. Adding it again changes nothing. */
    synchronized void put(Revocation revocation) {
        Times known = revocations.get(revocation.key());
        if (known == null) {
            revocations.put(revocation.key(), new Times(revocation.until(), revocation.at()));
        } else {
            Times latest = new Times(later(known.until(), revocation.until()), later(known.written(), revocation.at()));
            if (latest.equals(known)) {
                return;
            }
            revocations.put(revocation.key(), latest);
        }
        order.addLast(new Entry(revocation.key(), revocation.at()));
        Instant now = clock.instant();
        while (!order.isEmpty() && (order.size() > maxEntries || isTooOld(order.getFirst(), now))) {
            forget(order.removeFirst());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean isTooOld(Entry oldest, Instant now) {
        return oldest.at().plus(remembered).isBefore(now);
    }

    private void forget(Entry oldest) {
        Times revocation = revocations.get(oldest.key());
        // written again since: the newer entry is further back in the order
        if (revocation == null || revocation.written().isAfter(oldest.at())) {
            return;
        }
        forgotten = oldest.at().isAfter(forgotten) ? oldest.at() : forgotten;
        revocations.remove(oldest.key());
    }

    /** Whether a revocation of a token issued then may have been forgotten. */
    boolean mayHaveForgotten(Instant issuedAt) {
        return !issuedAt.isAfter(forgotten);
    }

    @Nullable Instant of(String key) {
        Times revocation = revocations.get(key);
        return revocation == null ? null : revocation.until();
    }

    int size() {
        return revocations.size();
    }
}
