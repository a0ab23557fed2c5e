package ft.transcendence.gateway.http;

import ft.transcendence.gateway.identity.CallerIdentity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.util.Collections;
import java.util.Map;
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
 * @param operations further limits of a caller by the name of the operation, which clients choose
 * @param fields further limits of a caller by the coordinate of a field, such as {@code [Mutation.joinQueue]}; an operation that selects
 *     the field counts once
 * @param callers callers tracked at a time; the least active are forgotten first
 */
@Validated
@ConfigurationProperties(prefix = "gateway.rate-limit", ignoreUnknownFields = false)
record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100") @Positive int perSecond,
        @DefaultValue("1000") @Positive int burst,
        @DefaultValue("game-server") Set<String> exemptRoles,
        @DefaultValue Map<String, @Valid Allowance> operations,
        @DefaultValue Map<String, @Valid Allowance> fields,
        @DefaultValue("100000") @Positive int callers) {
    RateLimitProperties {
        exemptRoles = Set.copyOf(exemptRoles);
        operations = Map.copyOf(operations);
        fields = Map.copyOf(fields);
    }

    /**
     * What one caller may do.
     *
     * @param perSecond sustained operations per second
     * @param burst operations at once
     */
    record Allowance(
            @DefaultValue("1") @Positive int perSecond,
            @DefaultValue("5") @Positive int burst) {}

    /** Whether the caller has no limit. */
    boolean exempts(CallerIdentity caller) {
        return !Collections.disjoint(caller.engineCaller().scopes(), exemptRoles);
    }
}
