package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.IncrementalFormat;
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
    MULTIPART("multipart/mixed", "multipart/mixed; boundary=\"graphql\"; subscriptionSpec=\"1.0\""),
    /** {@code multipart/mixed} with a {@code deferSpec}: deferred fragments as {@link IncrementalFormat#REPEATING}. */
    DEFERRED("multipart/mixed", "multipart/mixed; boundary=\"-\"; deferSpec=20220824"),
    /** {@code multipart/mixed} with an {@code incrementalSpec}: deferred fragments as {@link IncrementalFormat#PENDING}. */
    INCREMENTAL("multipart/mixed", "multipart/mixed; boundary=\"-\"; incrementalSpec=v0.2");

    private static final StreamEncoding EVENT_STREAM_ENCODING = new EventStreamEncoding();
    private static final StreamEncoding MULTIPART_ENCODING = new MultipartEncoding();
    private static final String SUBSCRIPTION_PARAMETER = "subscriptionspec=";
    private static final String DEFER_PARAMETER = "deferspec=20220824";
    private static final String INCREMENTAL_PARAMETER = "incrementalspec=v0.2";

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
            case JSON, GRAPHQL_RESPONSE, DEFERRED, INCREMENTAL -> null;
            case EVENT_STREAM -> EVENT_STREAM_ENCODING;
            case MULTIPART -> MULTIPART_ENCODING;
        };
    }

    /** How the parts of an incremental response are written; null when the client gets one response. */
    @Nullable IncrementalFormat incrementalFormat() {
        return switch (this) {
            case JSON, GRAPHQL_RESPONSE, EVENT_STREAM, MULTIPART -> null;
            case DEFERRED -> IncrementalFormat.REPEATING;
            case INCREMENTAL -> IncrementalFormat.PENDING;
        };
    }

    /** The format of a response with a single body. */
    ResponseFormat ofBody() {
        return this == GRAPHQL_RESPONSE ? GRAPHQL_RESPONSE : JSON;
    }

    /** The HTTP status of a response with a single body. */
    int statusOf(GraphQLResponse response) {
        return response.kind() == GraphQLResponse.Kind.REQUEST_ERROR && this != GRAPHQL_RESPONSE
                ? 200
                : response.httpStatus();
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
            case "multipart/mixed" ->
                multipart(parameters.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", ""));
            default -> null;
        };
    }

    /** The protocol that the parameters name. Without any, clients mean one of several that were never agreed on. */
    private static @Nullable ResponseFormat multipart(String parameters) {
        if (parameters.contains(SUBSCRIPTION_PARAMETER)) {
            return MULTIPART;
        }
        if (parameters.contains(INCREMENTAL_PARAMETER)) {
            return INCREMENTAL;
        }
        return parameters.contains(DEFER_PARAMETER) ? DEFERRED : null;
    }
}
