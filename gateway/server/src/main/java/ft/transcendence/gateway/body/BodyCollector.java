package ft.transcendence.gateway.body;

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
        return chunks.collect(() -> after(headers, limit), BodyCollector::add).map(BodyCollector::toBytes);
    }

    /**
     * For the body that follows these headers.
     *
     * @throws BodyTooLargeException when the headers announce more than {@code limit} bytes
     */
    public static BodyCollector after(HttpHeaders headers, long limit) {
        long announced = announcedLength(headers.get(HttpHeaderNames.CONTENT_LENGTH));
        if (announced > limit) {
            throw new BodyTooLargeException(limit);
        }
        return new BodyCollector(limit, announced < 0 ? FIRST_CAPACITY : (int) announced);
    }

    /**
     * Copies a chunk; the caller keeps it.
     *
     * @throws BodyTooLargeException when the body is longer than the limit with it
     */
    public void add(ByteBuf chunk) {
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

    /** What was gathered; the array belongs to the caller. */
    public byte[] toBytes() {
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
