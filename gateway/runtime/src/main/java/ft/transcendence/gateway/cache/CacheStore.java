package ft.transcendence.gateway.cache;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where values are kept. Nothing is deleted to invalidate it: every invalidation begins an epoch, and each tag has the epoch of its last
 * invalidation. A value is valid if its request was sent in that epoch or later. So a response that was under way is invalid from the
 * beginning, and invalidation takes the same short time however much is kept.
 */
interface CacheStore {
    /**
     * What was found.
     *
     * @param entries null where there is no valid one, by the position of their keys
     * @param epoch in which requests for the others are sent; {@link #UNKNOWN} if the store cannot be reached
     */
    record Found(List<@Nullable Entry> entries, long epoch) {}

    /** A response whose request was sent in this epoch is not kept. */
    long UNKNOWN = -1;

    /** Never fails: if the store cannot be reached, nothing is found. */
    CompletableFuture<Found> find(List<CacheKey> keys);

    void keep(CacheKey key, Entry entry);

    /**
     * Makes everything invalid that has the tag. It is complete when no gateway uses it any more for requests that begin later.
     * Fails if the store cannot be reached.
     */
    CompletableFuture<@Nullable Void> invalidate(String tag);

    /** How many values are kept; invalid and expired ones among them. Zero if they are kept elsewhere. */
    long entries();

    /** The memory for them, in bytes. */
    long bytes();

    /** How often the store could not be reached. */
    long failures();
}
