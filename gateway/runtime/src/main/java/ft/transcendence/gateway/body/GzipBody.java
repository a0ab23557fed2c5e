package ft.transcendence.gateway.body;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * Decompresses a body that begins like gzip. No JSON text begins so, so the body itself is the most reliable sign, and a body
 * without it costs a comparison.
 */
public final class GzipBody {
    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;
    private static final int BLOCK = 8 * 1024;

    private GzipBody() {}

    /**
     * The body without compression; the same array if it has none.
     *
     * @param limit of what comes out, in bytes: a thousandth of it can go in
     * @throws BodyTooLargeException when more would come out
     * @throws IOException when the body is not what it seems
     */
    public static byte[] plain(byte[] body, long limit) throws IOException {
        if (body.length < 2 || body[0] != FIRST || (body[1] & 0xff) != SECOND) {
            return body;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(limit, 4L * body.length));
        byte[] block = new byte[BLOCK];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body), BLOCK)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                if (out.size() + (long) read > limit) {
                    throw new BodyTooLargeException(limit);
                }
                out.write(block, 0, read);
            }
        }
        return out.toByteArray();
    }
}
