package ft.transcendence.gateway.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.util.unit.DataSize;

/** Compresses long answers for clients that ask for gzip, at the fastest level: most of what the slowest would save, in a fraction of the time. */
final class Compression {
    private final long shortest;

    /** @param shortest length of the shortest body that is compressed */
    Compression(DataSize shortest) {
        this.shortest = shortest.toBytes();
    }

    /** The body to send; says in the answer's headers what was done to it. */
    ByteBuffer apply(ByteBuffer body, HttpHeaders request, HttpHeaders answer) {
        if (body.remaining() < shortest) {
            return body;
        }
        String accepted = request.get(HttpHeaderNames.ACCEPT_ENCODING);
        if (accepted == null || !acceptsGzip(accepted)) {
            return body;
        }
        // no Vary header: no cache may store answers at all
        answer.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        return gzip(body);
    }

    /** Whether the header names gzip, and not with a quality of zero. */
    static boolean acceptsGzip(String accepted) {
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", 2);
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static ByteBuffer gzip(ByteBuffer body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.remaining() / 4);
        try (GZIPOutputStream gzip = new FastGzip(compressed)) {
            gzip.write(body.array(), body.arrayOffset() + body.position(), body.remaining());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes every byte", e);
        }
        return ByteBuffer.wrap(compressed.toByteArray());
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
