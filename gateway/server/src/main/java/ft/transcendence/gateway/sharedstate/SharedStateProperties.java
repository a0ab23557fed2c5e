package ft.transcendence.gateway.sharedstate;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What several gateways share: sessions, rate limits and revoked sessions.
 *
 * @param redisUrl Redis or Valkey from version 6.2, as {@code redis://user:password@host:6379/0}, with TLS as {@code rediss://…};
 *     when empty, each gateway keeps everything in its own memory
 * @param keyPrefix first part of all keys, so that several platforms can share one Redis
 * @param timeout how long the gateway waits for Redis to connect and to respond
 * @param synchronizeLimits how often a gateway reports what callers have used of their rate limits to the others
 */
@Validated
@ConfigurationProperties(prefix = "gateway.shared-state", ignoreUnknownFields = false)
public record SharedStateProperties(
        @DefaultValue("") String redisUrl,

        @DefaultValue("transcendence")
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "must consist of letters, digits, - and _") String keyPrefix,

        @DefaultValue("1s") @DurationMin(millis = 10) @DurationMax(seconds = 10)
        Duration timeout,

        @DefaultValue("100ms") @DurationMin(millis = 10) @DurationMax(seconds = 10)
        Duration synchronizeLimits) {
    private static final Set<String> SCHEMES = Set.of("redis", "rediss");

    public SharedStateProperties {
        if (!redisUrl.isEmpty() && !isAddress(redisUrl)) {
            // the value may contain a password
            throw new IllegalArgumentException("GATEWAY_SHARED_STATE_REDIS_URL must be an address such as"
                    + " redis://:password@localhost:6379 or rediss://redis.example:6380/1");
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            return address.getScheme() != null && SCHEMES.contains(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Omits the address, which may contain a password. */
    @Override
    public String toString() {
        return "SharedStateProperties[" + (redisUrl.isEmpty() ? "in memory" : keyPrefix) + "]";
    }
}
