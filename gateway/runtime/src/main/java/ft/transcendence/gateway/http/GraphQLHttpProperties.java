package ft.transcendence.gateway.http;

import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The GraphQL endpoint.
 *
 * @param path path of the endpoint
 * @param maxBodySize longest request body
 * @param maxResponseSize longest response, and longest event of a stream
 * @param requestMemory estimated memory that all requests together may hold between their first byte and the end of their response;
 *     one caller may hold a quarter of it
 * @param receiveTimeout time for a client to send a request, head and body, on any path
 * @param requestTimeout time for one operation, including all its subgraph calls
 * @param compressFrom shortest response that is compressed (zstd, br or gzip, whichever the client prefers)
 * @param deduplicateQueries whether equal queries of one caller with equal forwarded headers share one execution while it is in
 *     flight
 * @param introspection whether clients may ask for the schema
 * @param queryPlan whether clients that send {@code X-Query-Plan: 1} get the plan in {@code extensions.queryPlan}
 * @param allowedOrigins origins, besides the gateway's own, whose pages may call the endpoint from a browser; {@code
 *     https://*.pong.example} stands for all hosts of a domain
 */
@Validated
@ConfigurationProperties(prefix = "gateway.http", ignoreUnknownFields = false)
public record GraphQLHttpProperties(
        @DefaultValue("/graphql") String path,
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("4MB") DataSize maxResponseSize,
        @DefaultValue("32MB") DataSize requestMemory,
        @DefaultValue("15s") @DurationMin(millis = 1) Duration receiveTimeout,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration requestTimeout,
        @DefaultValue("4KB") DataSize compressFrom,
        @DefaultValue("false") boolean deduplicateQueries,
        @DefaultValue("false") boolean introspection,
        @DefaultValue("false") boolean queryPlan,
        @DefaultValue List<String> allowedOrigins) {
    public GraphQLHttpProperties {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("gateway.http.path must start with a slash");
        }
        if (maxResponseSize.toBytes() < 1 || maxResponseSize.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("gateway.http.max-response-size must be positive and below 2GB");
        }
        if (maxBodySize.toBytes() < 1 || compressFrom.isNegative()) {
            throw new IllegalArgumentException(
                    "gateway.http.max-body-size must be positive and gateway.http.compress-from must not be negative");
        }
        if (requestMemory.toBytes() < 16 * maxBodySize.toBytes()) {
            // one caller may hold a quarter, and a request counts twice: raw and parsed
            throw new IllegalArgumentException(
                    "gateway.http.request-memory must be at least 16 times gateway.http.max-body-size");
        }
        if (!allowedOrigins.stream().allMatch(AllowedOrigins::isAcceptable)) {
            throw new IllegalArgumentException(
                    "gateway.http.allowed-origins must list each origin, or patterns such as https://*.pong.example; a shorter one"
                            + " would allow every site");
        }
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
