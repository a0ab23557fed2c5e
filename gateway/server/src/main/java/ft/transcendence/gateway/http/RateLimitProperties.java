package ft.transcendence.gateway.http;

import ft.transcendence.gateway.identity.CallerIdentity;
import jakarta.validation.constraints.Positive;
import java.util.Collections;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The rate limit of one caller: a user by id, anyone else by network (an IPv4 address or the /64 of an IPv6 address).
 *
 * @param enabled whether requests are limited
 * @param perSecond sustained requests per second
 * @param burst requests at once
 * @param exemptRoles roles whose callers have no limit
 * @param callers callers tracked at a time; the least active are forgotten first
 */
@Validated
@ConfigurationProperties(prefix = "gateway.rate-limit", ignoreUnknownFields = false)
record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100") @Positive int perSecond,
        @DefaultValue("1000") @Positive int burst,
        @DefaultValue("game-server") Set<String> exemptRoles,
        @DefaultValue("100000") @Positive int callers) {
    RateLimitProperties {
        exemptRoles = Set.copyOf(exemptRoles);
    }

    /** Whether the caller has no limit. */
    boolean exempts(CallerIdentity caller) {
        return !Collections.disjoint(caller.engineCaller().scopes(), exemptRoles);
    }
}
