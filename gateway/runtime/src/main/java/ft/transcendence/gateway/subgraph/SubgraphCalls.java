package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.SubgraphRefusedException;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostFailedException;
import ft.transcendence.gateway.client.PostFailedException.Reason;
import ft.transcendence.gateway.header.RequestHeaders;
import ft.transcendence.gateway.resilience.Instances;
import ft.transcendence.gateway.resilience.RetryBudget;
import ft.transcendence.gateway.resilience.SubgraphCondition;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls one subgraph, with one response per call. */
final class SubgraphCalls {
    private static final Logger LOG = LoggerFactory.getLogger(SubgraphCalls.class);

    /** Why a response counts as a failure: there is nothing to say beyond that. */
    static final Exception FAILED_STATUS =
            new PostFailedException(Reason.BROKEN_OFF, "The status is 500 or above", null);

    private static final int UNAUTHORIZED = 401;
    private static final byte[] TOKEN_REFUSED =
            "{\"errors\":[{\"message\":\"The access token is not valid\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final int MOST_DIGITS = 9;

    private final String subgraph;
    private final Instances<Endpoint> instances;
    private final SubgraphSettings settings;
    private final long maxResponseSize;
    private final Set<String> keptHeaders;
    private final RetryBudget budget;
    private final @Nullable CircuitBreaker breaker;
    private final SubgraphCondition condition;
    private final ScheduledExecutorService timer;

    /**
     * @param keptHeaders names of the response's headers that are wanted, in lower case
     * @param breaker null when there is none
     * @param timer waits before retries
     */
    SubgraphCalls(
            String subgraph,
            Instances<Endpoint> instances,
            SubgraphSettings settings,
            Set<String> keptHeaders,
            @Nullable CircuitBreaker breaker,
            SubgraphCondition condition,
            ScheduledExecutorService timer) {
        this.subgraph = subgraph;
        this.instances = instances;
        this.settings = settings;
        this.maxResponseSize = settings.maxResponseSize().toBytes();
        this.keptHeaders = keptHeaders;
        this.budget = new RetryBudget(settings.retry());
        this.breaker = breaker;
        this.condition = condition;
        this.timer = timer;
    }

    /**
     * The response, whatever its status. Fails with a {@link TimeoutException}, a {@link SubgraphRefusedException} or a {@link
     * SubgraphCallException}.
     *
     * @param headers in addition to those of every request
     */
    CompletableFuture<SubgraphResponse> call(SubgraphRequest request, List<Header> headers) {
        if (request.kind() == OperationKind.QUERY) {
            budget.add();
        }
        SubgraphCall call = new SubgraphCall(this, request, headers);
        call.attempt();
        return call;
    }

    Instances<Endpoint> instances() {
        return instances;
    }

    long maxResponseSize() {
        return maxResponseSize;
    }

    @Nullable CircuitBreaker breaker() {
        return breaker;
    }

    // ---- retries

    /** @param earlier retries of the same query */
    boolean mayRetry(int earlier) {
        if (earlier >= settings.queryRetries()) {
            return false;
        }
        if (!budget.spend()) {
            condition.couldNotAffordRetry();
            return false;
        }
        condition.retried();
        return true;
    }

    /** How long to wait after a failure, in nanoseconds. The first one is often that of a connection that was just closed. */
    long waitBefore(int earlier) {
        return earlier == 0 ? 0 : settings.retry().waitNanos(earlier - 1, ThreadLocalRandom.current()::nextDouble);
    }

    /** How long to wait after a response, in nanoseconds: as long as the subgraph asks; negative when that is too long. */
    long waitBefore(int earlier, HttpHeaders headers) {
        String asked = headers.get(HttpHeaderNames.RETRY_AFTER);
        if (asked == null || asked.isEmpty() || !asked.chars().allMatch(Character::isDigit)) {
            return settings.retry().waitNanos(earlier, ThreadLocalRandom.current()::nextDouble);
        }
        Duration wait = asked.length() > MOST_DIGITS ? Duration.ofDays(1) : Duration.ofSeconds(Long.parseLong(asked));
        return wait.compareTo(settings.responseTimeout()) >= 0 ? -1 : wait.toNanos();
    }

    Future<?> after(long nanos, Runnable attempt) {
        return timer.schedule(attempt, nanos, TimeUnit.NANOSECONDS);
    }

    static boolean isRetryable(PostFailedException failure) {
        return switch (failure.reason()) {
            case NOT_CONNECTED, BROKEN_OFF, MALFORMED -> true;
            case NO_CONNECTION_FREE, TIMED_OUT, TOO_LONG, CLOSED -> false;
        };
    }

    static boolean isTemporarilyUnavailable(int status) {
        return status == 502 || status == 503 || status == 504;
    }

    // ---- outcomes

    /** The caller has to renew a refused token, so each field reports that instead of a subgraph failure. */
    SubgraphResponse responseOf(int status, HttpHeaders responseHeaders, byte[] body, List<Header> requestHeaders) {
        if (status != UNAUTHORIZED || !RequestHeaders.haveAuthorization(requestHeaders)) {
            return new SubgraphResponse(status, body, kept(responseHeaders));
        }
        LOG.warn(
                "Subgraph {} refused a token that the gateway accepted: compare their clocks and identity settings",
                subgraph);
        return new SubgraphResponse(200, TOKEN_REFUSED.clone());
    }

    private Map<String, List<String>> kept(HttpHeaders headers) {
        if (keptHeaders.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> kept = new HashMap<>();
        for (String name : keptHeaders) {
            List<String> values = headers.getAll(name);
            if (!values.isEmpty()) {
                kept.put(name, values);
            }
        }
        return kept;
    }

    Exception describe(PostFailedException failure) {
        return switch (failure.reason()) {
            case TIMED_OUT -> new TimeoutException("Subgraph " + subgraph + " did not respond in time");
            case NO_CONNECTION_FREE -> {
                condition.refusedByQueue();
                yield new SubgraphRefusedException(
                        "SUBREQUEST_OVERLOADED", "The subgraph '" + subgraph + "' has more requests than it can take");
            }
            case NOT_CONNECTED, BROKEN_OFF, TOO_LONG, MALFORMED, CLOSED ->
                SubgraphCallException.of(subgraph, failure.reason() == Reason.TOO_LONG, failure);
        };
    }

    Exception refusedByCircuit() {
        condition.refusedByCircuit();
        return new SubgraphRefusedException(
                "SUBREQUEST_CIRCUIT_OPEN",
                "The subgraph '" + subgraph + "' failed too often and is not called for a while");
    }
}
