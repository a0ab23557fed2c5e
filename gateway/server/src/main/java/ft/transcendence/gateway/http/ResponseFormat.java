package ft.transcendence.gateway.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The media types of responses and their negotiation. */
enum ResponseFormat {
    /** {@code application/json}: request errors have status 200. */
    JSON("application/json", "application/json; charset=utf-8"),
    /** {@code application/graphql-response+json}: a request error has a 4xx status. */
    GRAPHQL_RESPONSE("application/graphql-response+json", "application/graphql-response+json; charset=utf-8"),
    /** {@code text/event-stream}: graphql-sse in distinct connections mode. */
    EVENT_STREAM("text/event-stream", "text/event-stream; charset=utf-8"),
    /** {@code multipart/mixed} with a {@code subscriptionSpec}: Apollo's multipart protocol for subscriptions. */
    MULTIPART("multipart/mixed", "multipart/mixed; boundary=\"graphql\"; subscriptionSpec=\"1.0\"");

    private static final StreamEncoding EVENT_STREAM_ENCODING = new EventStreamEncoding();
    private static final StreamEncoding MULTIPART_ENCODING = new MultipartEncoding();
    private static final String MULTIPART_PARAMETER = "subscriptionspec=";

    private final String mediaType;
    private final String contentType;

    ResponseFormat(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** How results are written into one response; null when there is one result, which is the body. */
    @Nullable StreamEncoding streamEncoding() {
        return switch (this) {
            case JSON, GRAPHQL_RESPONSE -> null;
            case EVENT_STREAM -> EVENT_STREAM_ENCODING;
            case MULTIPART -> MULTIPART_ENCODING;
        };
    }

    /** The HTTP status of a request error. */
    int requestErrorStatus() {
        return this == GRAPHQL_RESPONSE ? 400 : 200;
    }

    /**
     * The format that the client prefers; of equals, the first.
     *
     * @param accept the {@code Accept} header; JSON when it is missing or a wildcard
     * @return null when the client accepts none of the formats
     */
    static @Nullable ResponseFormat negotiate(@Nullable String accept) {
        if (accept == null || accept.equals("*/*") || accept.equals(JSON.mediaType)) {
            return JSON;
        }
        ResponseFormat best = null;
        double bestQuality = 0;
        for (String range : accept.split(",", -1)) {
            String[] parts = range.split(";", 2);
            String parameters = parts.length == 1 ? "" : parts[1];
            ResponseFormat format = formatOf(parts[0], parameters);
            double quality = Quality.of(parameters);
            if (format != null && quality > bestQuality) {
                best = format;
                bestQuality = quality;
            }
        }
        return best;
    }

    private static @Nullable ResponseFormat formatOf(String mediaRange, String parameters) {
        return switch (mediaRange.strip().toLowerCase(Locale.ROOT)) {
            case "application/json", "application/*", "*/*" -> JSON;
            case "application/graphql-response+json" -> GRAPHQL_RESPONSE;
            case "text/event-stream" -> EVENT_STREAM;
            case "multipart/mixed" -> isForSubscriptions(parameters) ? MULTIPART : null;
            default -> null;
        };
    }

    /** The same media type with other parameters is for incremental results of queries. */
    private static boolean isForSubscriptions(String parameters) {
        return parameters.toLowerCase(Locale.ROOT).contains(MULTIPART_PARAMETER);
    }
}
