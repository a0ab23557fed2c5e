package ft.transcendence.gateway.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Decodes a compressed body, up to a limit: a few bytes can become gigabytes. */
public final class BodyDecoder {
    private static final int FIRST_CAPACITY = 4_096;

    private BodyDecoder() {}

    /**
     * @param limit the longest decoded body
     * @param beforeGrowth called with the number of decoded bytes before they are allocated; may refuse them by throwing
     * @throws BodyTooLargeException when the decoded body is longer than the limit
     * @throws MalformedBodyException when the body does not have the coding
     */
    public static byte[] decode(byte[] body, ContentCoding coding, long limit, LongConsumer beforeGrowth) {
        try (InputStream decoded = coding.decode(new ByteArrayInputStream(body))) {
            byte[] bytes = new byte[0];
            int length = 0;
            while (true) {
                if (length == bytes.length) {
                    // one more than the limit shows that there is more
                    int capacity = (int) Math.min(limit + 1, Math.max(FIRST_CAPACITY, 2L * length));
                    beforeGrowth.accept(capacity);
                    bytes = Arrays.copyOf(bytes, capacity);
                }
                int read = decoded.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    return Arrays.copyOf(bytes, length);
                }
                length += read;
                if (length > limit) {
                    throw new BodyTooLargeException(limit);
                }
            }
        } catch (IOException e) {
            throw new MalformedBodyException("The body is not valid " + coding.token());
        }
    }
}
