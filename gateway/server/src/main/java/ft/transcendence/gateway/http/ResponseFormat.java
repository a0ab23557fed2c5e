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
    EVENT_STREAM("text/event-stream", "text/event-stream; charset=utf-8");

    private final String mediaType;
    private final String contentType;

    ResponseFormat(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
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
            String[] parts = range.split(";", -1);
            ResponseFormat format = formatOf(parts[0].strip().toLowerCase(Locale.ROOT));
            double quality = qualityOf(parts);
            if (format != null && quality > bestQuality) {
                best = format;
                bestQuality = quality;
            }
        }
        return best;
    }

    private static @Nullable ResponseFormat formatOf(String mediaRange) {
        return switch (mediaRange) {
            case "application/json", "application/*", "*/*" -> JSON;
            case "application/graphql-response+json" -> GRAPHQL_RESPONSE;
            case "text/event-stream" -> EVENT_STREAM;
            default -> null;
        };
    }

    private static double qualityOf(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
