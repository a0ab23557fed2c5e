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
 * @param path its path
 * @param maxBodySize longest request body
 * @param maxAnswerSize longest answer, and longest event of a stream
 * @param requestRoom memory that requests hold at most between their first byte and the end of their answer, estimated; those of one caller a
 *     quarter of it
 * @param receiveTimeout time for a client to send a request, head and body, on any path
 * @param requestTimeout time for one operation, all its subgraph calls included
 * @param compressFrom length from which an answer is compressed for clients that accept gzip; shorter ones gain nothing
 * @param deduplicateQueries whether equal queries of one caller under way with equal forwarded headers share one execution
 * @param introspection whether clients may ask for the schema
 * @param queryPlan whether a client that sends {@code X-Query-Plan: 1} gets the plan in {@code extensions.queryPlan}
 * @param allowedOrigins origins whose pages may call the endpoint from a browser, beside its own; {@code *} is refused
 */
@Validated
@ConfigurationProperties(prefix = "gateway.http", ignoreUnknownFields = false)
public record GraphQLHttpProperties(
        @DefaultValue("/graphql") String path,
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("4MB") DataSize maxAnswerSize,
        @DefaultValue("32MB") DataSize requestRoom,
        @DefaultValue("15s") @DurationMin(millis = 1) Duration receiveTimeout,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration requestTimeout,
        @DefaultValue("4KB") DataSize compressFrom,
        @DefaultValue("false") boolean deduplicateQueries,
        @DefaultValue("false") boolean introspection,
        @DefaultValue("false") boolean queryPlan,
        @DefaultValue List<String> allowedOrigins) {
    public GraphQLHttpProperties {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("gateway.http.path must begin with a slash");
        }
        if (maxAnswerSize.toBytes() < 1 || maxAnswerSize.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("gateway.http.max-answer-size takes a positive size below 2GB");
        }
        if (maxBodySize.toBytes() < 1 || compressFrom.isNegative()) {
            throw new IllegalArgumentException(
                    "gateway.http.max-body-size takes a positive size, gateway.http.compress-from one that is not negative");
        }
        if (requestRoom.toBytes() < 16 * maxBodySize.toBytes()) {
            // a caller's share is a quarter, and a request is held as it arrived and as it was read
            throw new IllegalArgumentException(
                    "gateway.http.request-room takes at least 16 times gateway.http.max-body-size");
        }
        if (allowedOrigins.contains("*")) {
            throw new IllegalArgumentException(
                    "gateway.http.allowed-origins must name each origin; * would let any site in");
        }
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
