package ft.transcendence.matches.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Flux;

/**
 * A stream that begins with what is, and continues with what changes. Nothing is missed in between: changes are received
 * before the current state is read, and what arrives by both ways, or out of order, is sent once.
 */
final class CurrentFirst<T> {

    /** How many objects are remembered. The state of a forgotten one could be sent again, which does no harm. */
    private static final int REMEMBERED = 1000;

    private final Function<T, UUID> id;
    private final ToLongFunction<T> version;

    /** @param version increases with every change of an object */
    CurrentFirst(Function<T, UUID> id, ToLongFunction<T> version) {
        this.id = id;
        this.version = version;
    }

    /** The current objects, which are read once per subscriber, and the changes. */
    Flux<T> then(Flux<T> changes, Supplier<List<T>> current) {
        return Flux.defer(() -> {
            Map<UUID, Long> sent = new LeastRecent();
            // one thread at a time passes the filter
            return Flux.merge(changes, Flux.defer(() -> Flux.fromIterable(current.get())))
                    .filter(object -> isNews(object, sent));
        });
    }

    private boolean isNews(T object, Map<UUID, Long> sent) {
        long next = version.applyAsLong(object);
        Long last = sent.get(id.apply(object));
        if (last != null && last >= next) {
            return false;
        }
        sent.put(id.apply(object), next);
        return true;
    }

    /** The versions that were sent last. */
    private static final class LeastRecent extends LinkedHashMap<UUID, Long> {

        private static final long serialVersionUID = 1L;

        LeastRecent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > REMEMBERED;
        }
    }
}
