package ft.transcendence.gateway.body;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Arrays;
import java.util.function.LongConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Collects the chunks of a body into one array, up to a limit. For a trusted sender the announced length is allocated at once;
 * for any other, memory grows with what has arrived.
 */
public final class BodyCollector {
    private static final int FIRST_CAPACITY = 4096;

    private final long limit;
    private final LongConsumer beforeGrowth;
    private byte[] bytes;
    private int length;

    private BodyCollector(long limit, byte[] bytes, LongConsumer beforeGrowth) {
        this.limit = limit;
        this.bytes = bytes;
        this.beforeGrowth = beforeGrowth;
    }

    /** The whole body. Fails with a {@link BodyTooLargeException} as soon as the body is known to exceed {@code limit} bytes. */
    public static Mono<byte[]> collect(Flux<ByteBuf> chunks, HttpHeaders headers, long limit) {
        return chunks.collect(() -> after(headers, limit), BodyCollector::add).map(BodyCollector::toBytes);
    }

    /**
     * The same for a sender that is not trusted.
     *
     * @param beforeGrowth called with the number of bytes before they are allocated; may refuse them by throwing
     */
    public static Mono<byte[]> collect(
            Flux<ByteBuf> chunks, HttpHeaders headers, long limit, LongConsumer beforeGrowth) {
        return chunks.collect(() -> growing(headers, limit, beforeGrowth), BodyCollector::add)
                .map(BodyCollector::toBytes);
    }

    private static BodyCollector growing(HttpHeaders headers, long limit, LongConsumer beforeGrowth) {
        long announced = announcedLength(headers, limit);
        return new BodyCollector(announced < 0 ? limit : announced, new byte[0], beforeGrowth);
    }

    /**
     * A collector for the body that follows these headers.
     *
     * @throws BodyTooLargeException when the headers announce more than {@code limit} bytes
     */
    public static BodyCollector after(HttpHeaders headers, long limit) {
        long announced = announcedLength(headers, limit);
        return new BodyCollector(limit, new byte[announced < 0 ? FIRST_CAPACITY : (int) announced], bytes -> {});
    }

    /**
     * Copies a chunk, which stays the property of its owner.
     *
     * @throws BodyTooLargeException when the chunk takes the body past the limit
     */
    public void add(ByteBuf chunk) {
        int more = chunk.readableBytes();
        long needed = (long) length + more;
        if (needed > limit) {
            throw new BodyTooLargeException(limit);
        }
        if (needed > bytes.length) {
            long capacity = Math.min(limit, Math.max(needed, 2L * bytes.length));
            beforeGrowth.accept(capacity);
            bytes = Arrays.copyOf(bytes, (int) capacity);
        }
        chunk.getBytes(chunk.readerIndex(), bytes, length, more);
        length += more;
    }

    /** The bytes collected so far, as an array that belongs to the caller. */
    public byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** The announced length; negative when there is none. */
    private static long announcedLength(HttpHeaders headers, long limit) {
        String contentLength = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (contentLength == null) {
            return -1;
        }
        try {
            long announced = Long.parseLong(contentLength);
            if (announced > limit) {
                throw new BodyTooLargeException(limit);
            }
            return announced;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
