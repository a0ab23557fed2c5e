package ft.transcendence.gateway.http;

import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What pages of the origins in {@code gateway.http.allowed-origins} may send and read (CORS).
 *
 * @param requestHeaders headers that such pages may send, besides those of GraphQL clients and tracing libraries
 * @param exposedHeaders headers of responses that such pages may read, besides those that every page may read
 * @param credentials whether requests of such pages carry the session's cookie
 * @param maxAge how long browsers remember what is allowed
 */
@Validated
@ConfigurationProperties(prefix = "gateway.cors", ignoreUnknownFields = false)
record CorsProperties(
        @DefaultValue List<String> requestHeaders,
        @DefaultValue({"retry-after", "x-request-id"}) List<String> exposedHeaders,
        @DefaultValue("true") boolean credentials,
        @DefaultValue("1h") @DurationMin(seconds = 0) Duration maxAge) {
    CorsProperties {
        requestHeaders = List.copyOf(requestHeaders);
        exposedHeaders = List.copyOf(exposedHeaders);
        if (credentials && (requestHeaders.contains("*") || exposedHeaders.contains("*"))) {
            throw new IllegalArgumentException(
                    "gateway.cors must list each header; browsers take * for a name in requests with credentials");
        }
    }
}
