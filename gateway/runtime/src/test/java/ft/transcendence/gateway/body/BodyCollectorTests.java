package ft.transcendence.gateway.body;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class BodyCollectorTests {
    private static final int LIMIT = 1_000;

    private final List<Long> allocations = new ArrayList<>();

    @Test
    void allocatesForReceivedBytesOnly() {
        assertThat(collect(announcing(900), allocations::add, 1)).hasSize(1);
        assertThat(allocations).containsExactly(1L);
    }

    @Test
    void neverAllocatesMoreThanAnnounced() {
        assertThat(collect(announcing(900), allocations::add, 300, 300, 300)).hasSize(900);
        assertThat(allocations).containsExactly(300L, 600L, 900L);
    }

    @Test
    void neverAllocatesMoreThanTheLimit() {
        assertThat(collect(new DefaultHttpHeaders(), allocations::add, 600, 300))
                .hasSize(900);
        assertThat(allocations).containsExactly(600L, 1_000L);
    }

    @Test
    void endsWhenAnAllocationIsRefused() {
        LongConsumer little = bytes -> {
            if (bytes > 500) {
                throw new IllegalStateException("full");
            }
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> collect(announcing(900), little, 300, 300));
    }

    @Test
    void refusesABodyThatIsTooLong() {
        assertThatExceptionOfType(BodyTooLargeException.class)
                .isThrownBy(() -> collect(announcing(1_001), allocations::add, 1));
        assertThatExceptionOfType(BodyTooLargeException.class)
                .isThrownBy(() -> collect(new DefaultHttpHeaders(), allocations::add, 600, 401));
        assertThat(allocations).containsExactly(600L);
    }

    private static HttpHeaders announcing(int length) {
        return new DefaultHttpHeaders().set(HttpHeaderNames.CONTENT_LENGTH, length);
    }

    private static byte[] collect(HttpHeaders headers, LongConsumer room, int... chunks) {
        Flux<ByteBuf> body =
                Flux.fromStream(Arrays.stream(chunks).mapToObj(size -> Unpooled.wrappedBuffer(new byte[size])));
        return requireNonNull(BodyCollector.collect(body, headers, LIMIT, room).block());
    }
}
