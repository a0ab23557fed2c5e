package ft.transcendence.gateway.cache;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The cache for responses of subgraphs. It keeps what their {@code Cache-Control} allows.
 *
 * @param enabled whether responses are kept
 * @param maxSize memory for everything that one gateway keeps; what is used least makes room. Gateways that share a Redis keep
 *     everything there, and its {@code maxmemory} is the limit
 * @param maxEntrySize longest response of root fields, and longest entity, that is kept
 * @param maxTtl how long anything is kept at most, whatever subgraphs say
 * @param defaultTtl how long responses without {@code Cache-Control} are kept; zero keeps none of them
 * @param redisTimeout how long a request waits for Redis; after that its subgraphs are asked
 * @param named settings of single subgraphs, by their name in the supergraph: {@code enabled} and {@code default-ttl}
 */
@Validated
@ConfigurationProperties(prefix = "gateway.cache", ignoreUnknownFields = false)
public record CacheProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("64MB") DataSize maxSize,
        @DefaultValue("256KB") DataSize maxEntrySize,

        @DefaultValue("1h") @DurationMin(seconds = 1) @DurationMax(days = 30)
        Duration maxTtl,

        @DefaultValue("0s") @DurationMin(seconds = 0) @DurationMax(days = 30)
        Duration defaultTtl,

        @DefaultValue("50ms") @DurationMin(millis = 1) @DurationMax(seconds = 10)
        Duration redisTimeout,

        @DefaultValue Map<String, @Valid Named> named) {

    /** The weight of an entry is an int. */
    private static final DataSize LONGEST_ENTRY = DataSize.ofMegabytes(100);

    /**
     * Settings of one subgraph, which replace the common ones.
     *
     * @param enabled whether its responses are kept
     * @param defaultTtl how long its responses without {@code Cache-Control} are kept; zero keeps none of them
     */
    public record Named(
            @DefaultValue("true") boolean enabled,

            @Nullable @DurationMin(seconds = 0) @DurationMax(days = 30)
            Duration defaultTtl) {}

    public CacheProperties {
        if (maxSize.toBytes() < 1) {
            throw new IllegalArgumentException("gateway.cache.max-size must be positive");
        }
        if (maxEntrySize.toBytes() < 1 || maxEntrySize.compareTo(LONGEST_ENTRY) > 0) {
            throw new IllegalArgumentException("gateway.cache.max-entry-size must be from 1B to 100MB");
        }
        named = Map.copyOf(named);
    }

    boolean keepsResponsesOf(String subgraph) {
        Named own = named.get(subgraph);
        return enabled && (own == null || own.enabled());
    }

    Duration defaultTtlOf(String subgraph) {
        Named own = named.get(subgraph);
        return own == null || own.defaultTtl() == null ? defaultTtl : own.defaultTtl();
    }
}
