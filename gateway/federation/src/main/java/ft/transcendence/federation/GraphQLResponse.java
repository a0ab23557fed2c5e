package ft.transcendence.federation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response to one request: a finished JSON body that is written once and never serialized again.
 *
 * <p>A {@link Kind#REQUEST_ERROR} has no {@code data} entry because nothing was executed: the document was malformed or invalid, a variable
 * did not fit, or a limit was exceeded. GraphQL over HTTP maps it to a 4xx status for {@code application/graphql-response+json}.
 * {@link Kind#THROTTLED} and {@link Kind#OVERLOADED} look the same, but the request was not at fault: they map to 429 and 503, and the client may
 * send it again later. An
 * {@link Kind#EXECUTED} response may contain errors beside its data. A {@link Kind#PART} is one of the bodies of an incremental response; its member
 * {@code hasNext} says whether another follows.
 */
public final class GraphQLResponse {

    /** Whether the operation was executed and, if not, why. */
    public enum Kind {
        /** The operation was executed; there may be errors beside the data. */
        EXECUTED,
        /** The operation was executed, and this is one part of its incremental response. */
        PART,
        /** The request was refused: it will never be executed as it is. */
        REQUEST_ERROR,
        /** The sender has sent too much. */
        THROTTLED,
        /** The engine has too much to do. */
        OVERLOADED
    }

    private final Kind kind;
    private final byte[] bytes;
    private final int length;
    private final List<Map<String, @Nullable Object>> errors;

    /** A response that owns the array, which must not be written to any more. The first {@code length} bytes are the body. */
    public GraphQLResponse(Kind kind, byte[] bytes, int length) {
        this(kind, bytes, length, List.of());
    }

    /**
     * A response with errors.
     *
     * @param errors the entries of {@code errors} in the body
     */
    public GraphQLResponse(Kind kind, byte[] bytes, int length, List<Map<String, @Nullable Object>> errors) {
        this.kind = kind;
        this.bytes = bytes;
        this.length = length;
        this.errors = errors;
    }

    /** Whether the operation was executed. */
    public Kind kind() {
        return kind;
    }

    /**
     * The HTTP status of the response as {@code application/graphql-response+json}. As {@code application/json}, which older clients ask for, a response
     * has the status 200 whatever it says.
     */
    public int httpStatus() {
        return switch (kind) {
            case EXECUTED, PART -> 200;
            case REQUEST_ERROR -> 400;
            case THROTTLED -> 429;
            case OVERLOADED -> 503;
        };
    }

    /** Whether the request ended before its operation was executed. */
    public boolean isRequestError() {
        return kind != Kind.EXECUTED && kind != Kind.PART;
    }

    /** The JSON body in UTF-8, as a new heap buffer over the response's own bytes. It must not be written to. */
    public ByteBuffer body() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    /** The length of the body in bytes. */
    public int size() {
        return length;
    }

    /** The errors in the body, at most a thousand. Each call makes a new list. */
    public List<ResponseError> errors() {
        return ResponseError.of(errors);
    }

    /** A copy of the body, for servers that take arrays. */
    public byte[] bodyAsBytes() {
        return Arrays.copyOf(bytes, length);
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
