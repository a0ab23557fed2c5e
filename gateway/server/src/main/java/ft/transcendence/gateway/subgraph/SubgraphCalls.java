package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostCallback;
import ft.transcendence.gateway.client.PostFailedException;
import ft.transcendence.gateway.client.PostRequest;
import ft.transcendence.gateway.client.PostTarget;
import ft.transcendence.gateway.header.RequestHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls one subgraph, with one response per call. */
final class SubgraphCalls {
    private static final Logger LOG = LoggerFactory.getLogger(SubgraphCalls.class);

    private static final int UNAUTHORIZED = 401;
    private static final byte[] TOKEN_REFUSED =
            "{\"errors\":[{\"message\":\"The access token is not valid\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}"
                    .getBytes(StandardCharsets.UTF_8);

    private final String subgraph;
    private final PostTarget target;
    private final int queryRetries;
    private final Set<String> keptHeaders;

    /** @param keptHeaders names of the response's headers that are wanted, in lower case */
    SubgraphCalls(String subgraph, PostTarget target, int queryRetries, Set<String> keptHeaders) {
        this.keptHeaders = keptHeaders;
        this.subgraph = subgraph;
        this.target = target;
        this.queryRetries = queryRetries;
    }

    /**
     * The response, whatever its status. Fails with a {@link TimeoutException} or a {@link SubgraphCallException}. Cancelling it
     * closes the connection, which tells the subgraph.
     */
    CompletableFuture<SubgraphResponse> call(SubgraphRequest request, List<Header> headers) {
        Call call = new Call(request, headers);
        call.attempt();
        return call;
    }

    private final class Call extends CompletableFuture<SubgraphResponse> implements PostCallback {
        private final SubgraphRequest request;
        private final List<Header> headers;
        private int retriesLeft;
        private volatile @Nullable PostRequest post;

        Call(SubgraphRequest request, List<Header> headers) {
            this.request = request;
            this.headers = headers;
            // a mutation that broke off may have taken effect, so only its caller may repeat it
            this.retriesLeft = request.kind() == OperationKind.QUERY ? queryRetries : 0;
        }

        void attempt() {
            PostRequest attempt = target.post(request.body(), headers, this);
            post = attempt;
            if (isCancelled()) {
                attempt.cancel();
            }
        }

        @Override
        public void onResponse(int status, HttpHeaders responseHeaders, byte[] body) {
            if (!(isTemporarilyUnavailable(status) && retry())) {
                complete(responseOf(status, responseHeaders, body));
            }
        }

        /** The caller has to renew a refused token, so each field reports that instead of a subgraph failure. */
        private SubgraphResponse responseOf(int status, HttpHeaders responseHeaders, byte[] body) {
            if (status != UNAUTHORIZED || !RequestHeaders.haveAuthorization(headers)) {
                return new SubgraphResponse(status, body, kept(responseHeaders));
            }
            LOG.warn(
                    "Subgraph {} refused a token that the gateway accepted: compare their clocks and identity settings",
                    subgraph);
            return new SubgraphResponse(200, TOKEN_REFUSED.clone());
        }

        @Override
        public void onFailure(PostFailedException failure) {
            if (!(isRetryable(failure) && retry())) {
                completeExceptionally(describe(failure));
            }
        }

        private boolean retry() {
            if (retriesLeft == 0 || isCancelled()) {
                return false;
            }
            retriesLeft--;
            attempt();
            return true;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean first = super.cancel(mayInterruptIfRunning);
            PostRequest running = post;
            if (first && running != null) {
                running.cancel();
            }
            return first;
        }
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

    private Exception describe(PostFailedException failure) {
        if (failure.reason() == PostFailedException.Reason.TIMED_OUT) {
            return new TimeoutException("Subgraph " + subgraph + " did not respond in time");
        }
        return SubgraphCallException.of(subgraph, failure.reason() == PostFailedException.Reason.TOO_LONG, failure);
    }

    private static boolean isRetryable(PostFailedException failure) {
        return switch (failure.reason()) {
            case NOT_CONNECTED, BROKEN_OFF, MALFORMED -> true;
            case NO_CONNECTION_FREE, TIMED_OUT, TOO_LONG, CLOSED -> false;
        };
    }

    private static boolean isTemporarilyUnavailable(int status) {
        return status == 502 || status == 503 || status == 504;
    }
}
