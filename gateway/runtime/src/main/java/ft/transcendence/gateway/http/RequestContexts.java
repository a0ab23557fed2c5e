package ft.transcendence.gateway.http;

import ft.transcendence.federation.OperationAdmission;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.extensions.Extensions;
import ft.transcendence.gateway.identity.CallerIdentity;
import ft.transcendence.gateway.operation.OperationRecord;
import ft.transcendence.gateway.subgraph.ForwardedHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the engine's context of a request: the caller, the deadline, allowed features and forwarded headers. */
@Component
final class RequestContexts {
    private static final String QUERY_PLAN_HEADER = "X-Query-Plan";

    private final Supplier<GraphQLHttpProperties> settings;
    private final ForwardedHeaders forwardedHeaders;
    private final OperationRateLimits rateLimits;
    private final Extensions extensions;
    private final InstantSource clock;

    RequestContexts(
            Supplier<GraphQLHttpProperties> settings,
            ForwardedHeaders forwardedHeaders,
            OperationRateLimits rateLimits,
            Extensions extensions,
            InstantSource clock) {
        this.rateLimits = rateLimits;
        this.extensions = extensions;
        this.clock = clock;
        this.settings = settings;
        this.forwardedHeaders = forwardedHeaders;
    }

    /** For a single response: it has a deadline. */
    RequestContext.Builder forResponse(
            HttpHeaders headers, CallerIdentity caller, @Nullable InetSocketAddress address, OperationRecord record) {
        return forStream(headers, caller, address, record)
                .deadline(clock.instant().plus(settings.get().requestTimeout()));
    }

    /** For a stream of responses: it lasts as long as the caller's identity, which the endpoint watches. */
    RequestContext.Builder forStream(
            HttpHeaders headers, CallerIdentity caller, @Nullable InetSocketAddress address, OperationRecord record) {
        GraphQLHttpProperties properties = settings.get();
        RequestContext.Builder context = RequestContext.builder()
                .caller(caller.engineCaller())
                .observer(record.observer())
                .source(RateLimiter.keyOf(caller, address))
                .maxResponseSize(Math.toIntExact(properties.maxResponseSize().toBytes()));
        if (!properties.introspection()) {
            context.deny(RequestContext.Feature.INTROSPECTION);
        }
        if (properties.queryPlan() && headers.contains(QUERY_PLAN_HEADER)) {
            context.allow(RequestContext.Feature.QUERY_PLAN);
        }
        OperationAdmission limits = rateLimits.admissionFor(caller, address);
        if (extensions.any()) {
            extensions.attach(context, headers, caller, record.observer(), limits);
        } else {
            context.admission(limits);
        }
        return forwardedHeaders.attach(context, headers, caller);
    }
}
