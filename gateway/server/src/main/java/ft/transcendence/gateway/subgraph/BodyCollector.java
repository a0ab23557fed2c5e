package ft.transcendence.gateway.subgraph;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gathers a body's chunks into one array while they arrive: one copy when the length is announced, and never more than the limit in
 * memory.
 */
public final class BodyCollector {
    private static final int FIRST_CAPACITY = 4096;

    private final long limit;
    private byte[] bytes;
    private int length;

    private BodyCollector(long limit, int capacity) {
        this.limit = limit;
        this.bytes = new byte[capacity];
    }

    /** The whole body; fails with a {@link BodyTooLargeException} as soon as it is known to pass {@code limit} bytes. */
    public static Mono<byte[]> collect(Flux<ByteBuf> chunks, HttpHeaders headers, long limit) {
        long announced = announcedLength(headers.get(HttpHeaderNames.CONTENT_LENGTH));
        if (announced > limit) {
            return Mono.error(new BodyTooLargeException(limit));
        }
        int capacity = announced < 0 ? FIRST_CAPACITY : (int) announced;
        return chunks.collect(() -> new BodyCollector(limit, capacity), BodyCollector::add)
                .map(BodyCollector::toBytes);
    }

    private void add(ByteBuf chunk) {
        int more = chunk.readableBytes();
        long needed = (long) length + more;
        if (needed > limit) {
            throw new BodyTooLargeException(limit);
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(needed, 2L * bytes.length)));
        }
        chunk.getBytes(chunk.readerIndex(), bytes, length, more);
        length += more;
    }

    private byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private static long announcedLength(@Nullable String contentLength) {
        if (contentLength == null) {
            return -1;
        }
        try {
            return Long.parseLong(contentLength);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
