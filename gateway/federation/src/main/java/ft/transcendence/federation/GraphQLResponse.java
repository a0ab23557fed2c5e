package ft.transcendence.federation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The answer to one request: a finished JSON body, written once and never serialized again.
 *
 * <p>A {@link Kind#REQUEST_ERROR} has no {@code data} entry: nothing was executed (malformed or invalid document, bad variables, a
 * limit), so GraphQL over HTTP answers it with a 4xx status under {@code application/graphql-response+json}. {@link Kind#OVERLOADED} is the
 * same, but for no fault of the request: it may be sent again, and HTTP says 503. An {@link Kind#EXECUTED} response may hold errors too,
 * beside its data.
 */
public final class GraphQLResponse {

    /** Whether the operation was executed at all. */
    public enum Kind {
        EXECUTED,
        REQUEST_ERROR,
        OVERLOADED
    }

    private final Kind kind;
    private final byte[] bytes;
    private final int length;

    /** Takes over the array: its first {@code length} bytes are the body, and nobody may write to it any more. */
    public GraphQLResponse(Kind kind, byte[] bytes, int length) {
        this.kind = kind;
        this.bytes = bytes;
        this.length = length;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether nothing was executed. */
    public boolean isRequestError() {
        return kind != Kind.EXECUTED;
    }

    /** The JSON body in UTF-8 as a new heap buffer over the response's own bytes; it must only be read. */
    public ByteBuffer body() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    /** Length of the body in bytes. */
    public int size() {
        return length;
    }

    /** The body as text, for tests and logs. */
    public String bodyAsString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return kind + " " + bodyAsString();
    }
}
