package ft.transcendence.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CompressionTests {
    private static final String LONG = "{\"data\":{\"players\":[" + "{\"name\":\"Ada\"},".repeat(1_000) + "null]}}";

    private final Compression compression = new Compression(DataSize.ofKilobytes(4));
    private final HttpHeaders request = new DefaultHttpHeaders().set("accept-encoding", "deflate, gzip");
    private final HttpHeaders responseHeaders = new DefaultHttpHeaders();

    private ByteBuffer apply(String body) {
        // as the engine returns it: the beginning of a longer array
        byte[] bytes = (body + "rest").getBytes(StandardCharsets.UTF_8);
        return compression.apply(ByteBuffer.wrap(bytes, 0, bytes.length - 4), request, responseHeaders);
    }

    private static String textOf(ByteBuffer body) {
        return StandardCharsets.UTF_8.decode(body).toString();
    }

    @Test
    void compressesALongResponseForAClientThatAcceptsGzip() throws IOException {
        ByteBuffer body = apply(LONG);
        assertThat(body.remaining()).isLessThan(LONG.length() / 10);
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body.array()))) {
            assertThat(gzip.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(LONG);
        }
        assertThat(responseHeaders.get("content-encoding")).isEqualTo("gzip");
    }

    @Test
    void doesNotCompressAShortResponse() {
        assertThat(textOf(apply("{\"data\":null}"))).isEqualTo("{\"data\":null}");
        assertThat(responseHeaders.isEmpty()).isTrue();
    }

    @Test
    void doesNotCompressForOtherClients() {
        request.clear();
        assertThat(textOf(apply(LONG))).isEqualTo(LONG);
        assertThat(responseHeaders.isEmpty()).isTrue();
    }
}
