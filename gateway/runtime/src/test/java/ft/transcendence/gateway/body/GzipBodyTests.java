package ft.transcendence.gateway.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipBodyTests {
    @Test
    void decompressesUpToALimit() throws IOException {
        byte[] text = "{\"data\":{}}".repeat(1_000).getBytes(UTF_8);

        assertThat(GzipBody.plain(gzip(text), text.length)).isEqualTo(text);
        assertThatThrownBy(() -> GzipBody.plain(gzip(text), text.length - 1)).isInstanceOf(BodyTooLargeException.class);
    }

    @Test
    void refusesABombWithoutUnpackingIt() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThatThrownBy(() -> GzipBody.plain(bomb, 100_000)).isInstanceOf(BodyTooLargeException.class);
    }

    @Test
    void leavesOtherBodiesAlone() throws IOException {
        for (String text : new String[] {"", "{", "{}", "\u001fx"}) {
            byte[] body = text.getBytes(UTF_8);
            assertThat(GzipBody.plain(body, 1)).isSameAs(body);
        }
    }

    @Test
    void refusesTruncatedOnes() throws IOException {
        byte[] whole = gzip("{\"data\":{}}".getBytes(UTF_8));
        for (int length = 2; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> GzipBody.plain(part, 1_000)).isInstanceOf(IOException.class);
        }
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text);
        }
        return out.toByteArray();
    }
}
