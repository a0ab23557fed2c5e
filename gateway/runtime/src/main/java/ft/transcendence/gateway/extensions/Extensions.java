package ft.transcendence.gateway.extensions;

import ft.transcendence.extension.GatewayExtension;
import ft.transcendence.federation.GraphQLResponse;
import ft.transcendence.federation.OperationAdmission;
import ft.transcendence.federation.OperationAdmission.Decision;
import ft.transcendence.federation.OperationAdmission.Decision.Admitted;
import ft.transcendence.federation.OperationAdmission.Decision.Refused;
import ft.transcendence.federation.OperationObserver;
import ft.transcendence.federation.RequestContext;
import ft.transcendence.gateway.identity.CallerIdentity;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The gateway's extensions. Without any, requests are processed as if there were no such thing. */
@Component
public final class Extensions {
    private static final Logger LOG = LoggerFactory.getLogger(Extensions.class);

    private static final Refused TOO_LATE = new Refused(
            GraphQLResponse.Kind.OVERLOADED, "Nobody decided about this operation in time", "DECISION_TIMEOUT");

    private final List<GatewayExtension> all;
    private final Duration decisionTimeout;

    Extensions(ObjectProvider<GatewayExtension> extensions, ExtensionProperties properties) {
        this.all = extensions.orderedStream().toList();
        this.decisionTimeout = properties.decisionTimeout();
        all.forEach(extension -> LOG.info("Extended by {}", extension.getClass().getName()));
    }

    public boolean any() {
        return !all.isEmpty();
    }

    /**
     * Lets extensions take part in a request.
     *
     * @param observer the gateway's own
     * @param admission decides before the extensions do; null for none
     */
    public void attach(
            RequestContext.Builder context,
            HttpHeaders headers,
            CallerIdentity caller,
            OperationObserver observer,
            @Nullable OperationAdmission admission) {
        ExtendedRequest request = new ExtendedRequest(headers, caller);
        all.forEach(extension -> extension.onRequest(request));
        request.attachTo(context);
        context.observer(new ExtendedOperation(all, request, observer));
        context.admission(operation -> {
            CompletionStage<Decision> decision = admission == null ? admitted(Set.of()) : admission.admit(operation);
            for (GatewayExtension extension : all) {
                decision = decision.thenCompose(before -> switch (before) {
                    case Refused refused -> CompletableFuture.completedFuture(refused);
                    case Admitted(Set<String> granted) ->
                        inTime(extension, extension.onOperation(request, operation))
                                .thenApply(next -> and(granted, next));
                });
            }
            return decision;
        });
    }

    private static CompletionStage<Decision> admitted(Set<String> policies) {
        return CompletableFuture.completedFuture(new Admitted(policies));
    }

    private static Decision and(Set<String> granted, Decision next) {
        return switch (next) {
            case Refused refused -> refused;
            case Admitted(Set<String> policies) -> {
                Set<String> both = new HashSet<>(granted);
                both.addAll(policies);
                yield new Admitted(both);
            }
        };
    }

    private CompletionStage<Decision> inTime(GatewayExtension extension, CompletionStage<Decision> decision) {
        CompletableFuture<Decision> known = decision.toCompletableFuture();
        if (known.isDone()) {
            return known;
        }
        return known.copy()
                .orTimeout(decisionTimeout.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(
                        problem -> isTimeout(problem) ? tooLate(extension) : CompletableFuture.failedFuture(problem));
    }

    private static boolean isTimeout(Throwable problem) {
        return problem instanceof TimeoutException
                || (problem instanceof CompletionException && problem.getCause() instanceof TimeoutException);
    }

    private CompletionStage<Decision> tooLate(GatewayExtension extension) {
        LOG.warn(
                "{} did not decide about an operation within {}",
                extension.getClass().getName(),
                decisionTimeout);
        return CompletableFuture.completedFuture(TOO_LATE);
    }
}
