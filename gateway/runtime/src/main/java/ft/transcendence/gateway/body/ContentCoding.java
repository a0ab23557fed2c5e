package ft.transcendence.gateway.body;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A content coding of HTTP (RFC 9110, section 8.4.1), at its fastest level: it saves most of what the slowest would, in a fraction
 * of the time. In the order in which the gateway prefers them.
 */
public enum ContentCoding {
    ZSTD("zstd") {
        @Override
        InputStream decode(InputStream coded) throws IOException {
            // a frame may ask for gigabytes, which is the size of the window and not of the body
            return new ZstdInputStream(coded).setLongMax(LARGEST_ZSTD_WINDOW);
        }

        @Override
        public OutputStream encode(OutputStream coded) throws IOException {
            return new ZstdOutputStream(coded, 1);
        }
    },
    BROTLI("br") {
        @Override
        InputStream decode(InputStream coded) throws IOException {
            Brotli4jLoader.ensureAvailability();
            return new BrotliInputStream(coded);
        }

        @Override
        public OutputStream encode(OutputStream coded) throws IOException {
            Brotli4jLoader.ensureAvailability();
            return new BrotliOutputStream(coded, Encoder.Parameters.create(1));
        }
    },
    GZIP("gzip") {
        @Override
        InputStream decode(InputStream coded) throws IOException {
            return new GZIPInputStream(coded);
        }

        @Override
        public OutputStream encode(OutputStream coded) throws IOException {
            return new FastGzip(coded);
        }
    };

    /** 8 MB, which RFC 9659 requires of HTTP. */
    private static final int LARGEST_ZSTD_WINDOW = 23;

    private final String token;

    ContentCoding(String token) {
        this.token = token;
    }

    /** Its name in {@code Content-Encoding} and {@code Accept-Encoding}. */
    public String token() {
        return token;
    }

    abstract InputStream decode(InputStream coded) throws IOException;

    /** A stream that codes what is written to it, and must be closed. */
    public abstract OutputStream encode(OutputStream coded) throws IOException;

    /** The coding with this name; empty when the gateway does not know it. */
    public static Optional<ContentCoding> of(String token) {
        String name = token.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(coding -> coding.token.equals(name) || (coding == GZIP && name.equals("x-gzip")))
                .findFirst();
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
