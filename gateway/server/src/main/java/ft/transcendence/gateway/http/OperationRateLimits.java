package ft.transcendence.gateway.http;

import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationAdmission;
import ft.transcendence.federation.OperationAdmission.Decision;
import ft.transcendence.federation.OperationAdmission.Decision.Admitted;
import ft.transcendence.federation.OperationAdmission.Decision.Refused;
import ft.transcendence.federation.OperationSummary;
import ft.transcendence.gateway.error.GatewayError;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.ratelimit.TokenBuckets;
import ft.transcendence.gateway.ratelimit.TokenBucketsFactory;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Limits how often a caller executes some operations, or selects some fields, beside the limit for all requests. */
@Component
public final class OperationRateLimits {
    private static final Decision ADMITTED = new Admitted(Set.of());

    private final RateLimitProperties properties;
    private final Map<String, TokenBuckets> operations = new HashMap<>();
    private final Map<String, TokenBuckets> fields = new HashMap<>();

    OperationRateLimits(RateLimitProperties properties, TokenBucketsFactory buckets) {
        this.properties = properties;
        properties
                .operations()
                .forEach((name, allowance) ->
                        operations.put(name, buckets.make("operation:" + name, sizeOf(allowance))));
        properties
                .fields()
                .forEach((name, allowance) -> fields.put(name, buckets.make("field:" + name, sizeOf(allowance))));
    }

    private TokenBuckets.Size sizeOf(RateLimitProperties.Allowance allowance) {
        return new TokenBuckets.Size(allowance.burst(), allowance.perSecond(), properties.callers());
    }

    /** The coordinates of the fields with a limit. */
    public Set<String> limitedFields() {
        return Set.copyOf(fields.keySet());
    }

    /** Decides about the operations of a caller; null when nothing is limited for the caller. */
    @Nullable OperationAdmission admissionFor(CallerIdentity caller, @Nullable InetSocketAddress address) {
        boolean unlimited = operations.isEmpty() && fields.isEmpty();
        return unlimited || !properties.enabled() || properties.exempts(caller)
                ? null
                : operation -> CompletableFuture.completedFuture(decide(operation, RateLimiter.keyOf(caller, address)));
    }

    private Decision decide(OperationSummary operation, String caller) {
        String name = operation.name();
        if (name != null) {
            TokenBuckets ofOperation = operations.get(name);
            if (ofOperation != null && !ofOperation.tryConsume(caller)) {
                return refused(name);
            }
        }
        for (Map.Entry<String, TokenBuckets> field : fields.entrySet()) {
            if (operation.fields().contains(field.getKey()) && !field.getValue().tryConsume(caller)) {
                return refused(field.getKey());
            }
        }
        return ADMITTED;
    }

    private static Refused refused(String what) {
        return new Refused(
                GraphQLResponse.Kind.THROTTLED,
                GatewayError.RATE_LIMITED.message() + " for " + what,
                GatewayError.RATE_LIMITED.name());
    }
}
