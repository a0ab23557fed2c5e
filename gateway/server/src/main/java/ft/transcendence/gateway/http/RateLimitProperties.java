package ft.transcendence.gateway.http;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests one caller may send: a user by id, anybody else by network address.
 *
 * @param enabled whether there is a limit
 * @param perSecond requests a second in the long run
 * @param burst requests at once
 * @param exemptRoles callers with one of these roles have no limit
 * @param callers how many callers are watched at the same time; the least active are forgotten first
 */
@ConfigurationProperties(prefix = "gateway.rate-limit", ignoreUnknownFields = false)
record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100") int perSecond,
        @DefaultValue("1000") int burst,
        @DefaultValue("game-server") Set<String> exemptRoles,
        @DefaultValue("100000") int callers) {
    RateLimitProperties {
        if (perSecond < 1 || burst < 1 || callers < 1) {
            throw new IllegalArgumentException(
                    "gateway.rate-limit takes positive numbers; enabled: false turns it off");
        }
        exemptRoles = Set.copyOf(exemptRoles);
    }
}
