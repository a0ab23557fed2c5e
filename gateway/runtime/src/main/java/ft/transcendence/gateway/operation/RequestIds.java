package ft.transcendence.gateway.operation;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the ids by which a request is found in logs: those of the client where they are valid, and a new one for a request without. */
public final class RequestIds {
    /** The header of a request's id, in requests and responses. */
    public static final String HEADER = "X-Request-Id";

    /** Anything else could forge log lines. */
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,100}");
    /** The <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C format</a>. */
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final boolean generates;

    /** @param generates whether a request without an id gets one */
    RequestIds(boolean generates) {
        this.generates = generates;
    }

    /** The ids of one request, each null if there is none. */
    record Ids(@Nullable String requestId, @Nullable String traceId) {}

    /** @param headers null for none */
    Ids of(@Nullable HttpHeaders headers) {
        return headers == null
                ? new Ids(null, null)
                : new Ids(requestId(headers.get(HEADER)), traceIdOf(headers.get("traceparent")));
    }

    private @Nullable String requestId(@Nullable String given) {
        if (given != null && VALID.matcher(given).matches()) {
            return given;
        }
        return generates ? newId() : null;
    }

    /** Unique, but not secret. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /** The trace's id in a {@code traceparent}; null if it has not that format. */
    public static @Nullable String traceIdOf(@Nullable String traceParent) {
        if (traceParent == null) {
            return null;
        }
        Matcher trace = TRACE_PARENT.matcher(traceParent);
        return trace.matches() ? trace.group(1) : null;
    }
}
