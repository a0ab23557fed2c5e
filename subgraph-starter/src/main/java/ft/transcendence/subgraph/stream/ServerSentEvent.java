package ft.transcendence.subgraph.stream;

import java.nio.charset.StandardCharsets;

/**
 * Encodes server-sent events, each as one chunk of the response. A stream that is cut off between events lacks the last
 * chunk, so clients notice.
 *
 * @see <a
 *     href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode">graphql-sse,
 *     distinct connections mode</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, section 7.1: chunked transfer coding</a>
 */
final class ServerSentEvent {

    private static final byte[] NEXT = ascii("event:next\ndata:");
    private static final byte[] END_OF_EVENT = ascii("\n\n");
    private static final byte[] END_OF_CHUNK = ascii("\r\n");

    /** A comment, which clients ignore. Writing it shows whether the connection is still open. */
    static final byte[] KEEP_ALIVE = chunk(ascii(":\n\n"));

    /** The event {@code complete} and the last chunk. */
    static final byte[] COMPLETE = join(chunk(ascii("event:complete\ndata:\n\n")), ascii("0\r\n\r\n"));

    private ServerSentEvent() {}

    /** An event {@code next} with a result of the subscription, as JSON without line breaks. */
    static byte[] next(byte[] result) {
        return chunk(NEXT, result, END_OF_EVENT);
    }

    private static byte[] chunk(byte[]... parts) {
        byte[] content = join(parts);
        return join(ascii(Integer.toHexString(content.length) + "\r\n"), content, END_OF_CHUNK);
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[length];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, end, part.length);
            end += part.length;
        }
        return joined;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
