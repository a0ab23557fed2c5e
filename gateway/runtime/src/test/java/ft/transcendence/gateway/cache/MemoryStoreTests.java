package ft.transcendence.gateway.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.gateway.cache.Lifetime.Audience;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoryStoreTests {
    private static final CacheKey KEY = new CacheKey(1, 2, 3, 4);

    private Instant now = Instant.EPOCH;
    private final MemoryStore store = new MemoryStore(10_000, () -> now);

    @Test
    void keepsUntilItExpires() {
        store.keep(KEY, entry(0, "a"));
        now = Instant.ofEpochMilli(999);
        assertThat(find()).isNotNull();

        now = Instant.ofEpochMilli(1_000);
        assertThat(find()).isNull();
    }

    @Test
    void requestsSentBeforeAnInvalidationBringNothingValid() {
        store.invalidate("a").join();
        long epoch = store.find(List.of(KEY)).join().epoch();
        store.keep(KEY, entry(epoch - 1, "a"));
        assertThat(find()).isNull();

        store.keep(KEY, entry(epoch, "a"));
        store.keep(KEY, entry(epoch - 1, "a"));
        store.invalidate("b").join();
        assertThat(find()).isNotNull();

        store.invalidate("a").join();
        assertThat(find()).isNull();
    }

    @Test
    void forgetsEverythingWhenTooManyTagsWereInvalidated() {
        store.keep(KEY, entry(0, "a"));
        IntStream.range(0, MemoryStore.MOST_TAGS).forEach(tag -> store.invalidate("t" + tag));
        assertThat(find()).isNotNull();

        store.invalidate("one more");
        assertThat(find()).isNull();
        store.keep(KEY, entry(store.find(List.of(KEY)).join().epoch(), "a"));
        assertThat(find()).isNotNull();
    }

    @Test
    void isBoundedByTheSizeOfWhatItKeeps() {
        for (int i = 0; i < 1_000; i++) {
            store.keep(new CacheKey(i, 0, 0, 0), entry(0, "a"));
        }
        store.cleanUp();

        assertThat(store.bytes()).isBetween(1L, 10_000L);
        assertThat(store.entries()).isLessThan(50);
    }

    @Test
    void entriesAreBytesInRedis() {
        Entry entry = new Entry("{}".getBytes(UTF_8), Audience.ALIKE, false, 5, 6, List.of("a", "b"));

        assertThat(EntryCodec.decode(EntryCodec.encode(entry)))
                .usingRecursiveComparison()
                .isEqualTo(entry);
        assertThat(EntryCodec.decode(new byte[] {1, 0})).isNull();
        assertThat(EntryCodec.decode(new byte[] {2, 0})).isNull();
    }

    private static Entry entry(long epoch, String tag) {
        return new Entry(new byte[100], Audience.EVERYBODY, true, 1_000, epoch, List.of(tag));
    }

    private @Nullable Entry find() {
        return store.find(List.of(KEY)).join().entries().getFirst();
    }
}
