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
import ft.transcendence.gateway.reload.Reloadable;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Limits how often a caller executes some operations, or selects some fields, beside the limit for all requests. */
@Component
public final class OperationRateLimits {
    private static final Decision ADMITTED = new Admitted(Set.of());

    /** The limits that apply now. */
    private record Limits(
            RateLimitProperties properties, Map<String, TokenBuckets> operations, Map<String, TokenBuckets> fields) {
        static Limits of(RateLimitProperties properties, TokenBucketsFactory factory) {
            Map<String, TokenBuckets> operations = new HashMap<>();
            properties
                    .operations()
                    .forEach((name, allowance) ->
                            operations.put(name, factory.make("operation:" + name, sizeOf(allowance, properties))));
            Map<String, TokenBuckets> fields = new HashMap<>();
            properties
                    .fields()
                    .forEach((name, allowance) ->
                            fields.put(name, factory.make("field:" + name, sizeOf(allowance, properties))));
            return new Limits(properties, operations, fields);
        }

        private static TokenBuckets.Size sizeOf(
                RateLimitProperties.Allowance allowance, RateLimitProperties properties) {
            return new TokenBuckets.Size(allowance.burst(), allowance.perSecond(), properties.callers());
        }

        boolean apply(CallerIdentity caller) {
            return !(operations.isEmpty() && fields.isEmpty()) && properties.enabled() && !properties.exempts(caller);
        }

        void release(TokenBucketsFactory factory) {
            Stream.concat(operations.values().stream(), fields.values().stream())
                    .forEach(factory::release);
        }
    }

    private volatile Limits current;

    OperationRateLimits(Reloadable<RateLimitProperties> settings, TokenBucketsFactory factory) {
        current = Limits.of(settings.get(), factory);
        settings.onChange(() -> {
            Limits replaced = current;
            current = Limits.of(settings.get(), factory);
            replaced.release(factory);
        });
    }

    /** The coordinates of the fields with a limit. */
    public Set<String> limitedFields() {
        return Set.copyOf(current.fields().keySet());
    }

    /** Decides about the operations of a caller; null when nothing is limited for the caller. */
    @Nullable OperationAdmission admissionFor(CallerIdentity caller, @Nullable InetSocketAddress address) {
        Limits limits = current;
        return limits.apply(caller)
                ? operation ->
                        CompletableFuture.completedFuture(decide(operation, RateLimiter.keyOf(caller, address), limits))
                : null;
    }

    private static Decision decide(OperationSummary operation, String caller, Limits limits) {
        String name = operation.name();
        if (name != null) {
            TokenBuckets ofOperation = limits.operations().get(name);
            if (ofOperation != null && !ofOperation.tryConsume(caller)) {
                return refused(name);
            }
        }
        for (Map.Entry<String, TokenBuckets> field : limits.fields().entrySet()) {
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
