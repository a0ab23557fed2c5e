package ft.transcendence.gateway.sharedstate;

import io.lettuce.core.RedisURI;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * What several gateways share: sessions, rate limits and revoked sessions.
 *
 * @param redisUrl Redis or Valkey from version 6.2, as {@code redis://user:password@host:6379/0}, with TLS as {@code rediss://…};
 *     through Sentinels, which know the primary, as {@code redis-sentinel://:password@host1:26379,host2:26379/0#name-of-the-primary};
 *     when empty, each gateway keeps everything in its own memory
 * @param sentinelPassword password of the Sentinels, if they have one; that in the address is Redis's
 * @param keyPrefix first part of all keys, so that several platforms can share one Redis
 * @param timeout how long the gateway waits for Redis to connect and to respond
 * @param synchronizeLimits how often a gateway reports what callers have used of their rate limits to the others
 */
@Validated
@ConfigurationProperties(prefix = "gateway.shared-state", ignoreUnknownFields = false)
public record SharedStateProperties(
        @DefaultValue("") String redisUrl,
        @DefaultValue("") String sentinelPassword,

        @DefaultValue("transcendence")
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "must consist of letters, digits, - and _") String keyPrefix,

        @DefaultValue("1s") @DurationMin(millis = 10) @DurationMax(seconds = 10)
        Duration timeout,

        @DefaultValue("100ms") @DurationMin(millis = 10) @DurationMax(seconds = 10)
        Duration synchronizeLimits) {
    private static final Set<String> SCHEMES = Set.of("redis", "rediss");
    private static final Set<String> SENTINEL_SCHEMES = Set.of("redis-sentinel", "rediss-sentinel");

    public SharedStateProperties {
        boolean throughSentinels = isAddressOfSentinels(redisUrl);
        if (!redisUrl.isEmpty() && !throughSentinels && !isAddress(redisUrl)) {
            // the value may contain a password
            throw new IllegalArgumentException("GATEWAY_SHARED_STATE_REDIS_URL must be an address such as"
                    + " redis://:password@localhost:6379, rediss://redis.example:6380/1 or"
                    + " redis-sentinel://:password@sentinel1:26379,sentinel2:26379/0#name-of-the-primary");
        }
        if (!sentinelPassword.isEmpty() && !throughSentinels) {
            throw new IllegalArgumentException("gateway.shared-state.sentinel-password must be empty unless"
                    + " gateway.shared-state.redis-url is an address of Sentinels");
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

    private static boolean isAddressOfSentinels(String url) {
        if (SENTINEL_SCHEMES.stream().noneMatch(scheme -> url.startsWith(scheme + "://"))) {
            return false;
        }
        try {
            RedisURI address = RedisURI.create(url);
            return !address.getSentinels().isEmpty() && StringUtils.hasText(address.getSentinelMasterId());
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
