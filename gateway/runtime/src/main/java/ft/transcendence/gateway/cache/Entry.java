package ft.transcendence.gateway.cache;

import ft.transcendence.gateway.cache.Lifetime.Audience;
import java.util.List;

/**
 * A kept value. It is immutable, its array included.
 *
 * @param value the body of a whole response, or the JSON of one entity
 * @param audience for whom it is; its key is for nobody else
 * @param isStated whether its lifetime is what the subgraph said
 * @param expires in milliseconds since 1970
 * @param epoch of the {@link CacheStore} when its request was sent
 * @param tags by which it can be invalidated
 */
@SuppressWarnings("ArrayRecordComponent")
record Entry(byte[] value, Audience audience, boolean isStated, long expires, long epoch, List<String> tags) {
    private static final int OVERHEAD = 200;

    /** Memory in bytes, about. */
    int weight() {
        int weight = OVERHEAD + value.length;
        for (String tag : tags) {
            weight += 60 + tag.length();
        }
        return weight;
    }

    Lifetime lifetime(long now) {
        return new Lifetime(Math.max(0, (expires - now) / 1000), audience, isStated);
    }
}
