package ft.transcendence.gateway.http;

import ft.transcendence.gateway.body.ContentCoding;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.springframework.util.unit.DataSize;

/** Compresses long responses for clients that accept it. */
final class Compression {
    private final long shortest;

    /** @param shortest the shortest body that is compressed */
    Compression(DataSize shortest) {
        this.shortest = shortest.toBytes();
    }

    /** The body to send; sets Content-Encoding when it is compressed. */
    ByteBuffer apply(ByteBuffer body, HttpHeaders requestHeaders, HttpHeaders responseHeaders) {
        if (body.remaining() < shortest) {
            return body;
        }
        ContentCoding coding = AcceptEncoding.preferred(requestHeaders.get(HttpHeaderNames.ACCEPT_ENCODING))
                .orElse(null);
        if (coding == null) {
            return body;
        }
        // no Vary header: no cache may store responses at all
        responseHeaders.set(HttpHeaderNames.CONTENT_ENCODING, coding.token());
        return compress(body, coding);
    }

    private static ByteBuffer compress(ByteBuffer body, ContentCoding coding) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.remaining() / 4);
        try (OutputStream coded = coding.encode(compressed)) {
            coded.write(body.array(), body.arrayOffset() + body.position(), body.remaining());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return ByteBuffer.wrap(compressed.toByteArray());
    }
}
