package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.gateway.body.BodyTooLargeException;
import ft.transcendence.gateway.body.GzipBody;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.client.PostCallback;
import ft.transcendence.gateway.client.PostFailedException;
import ft.transcendence.gateway.client.PostFailedException.Reason;
import ft.transcendence.gateway.client.PostRequest;
import ft.transcendence.gateway.resilience.CallPermit;
import ft.transcendence.gateway.resilience.Instance;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One call and its attempts. Cancelling it closes the connection, which tells the subgraph. */
final class SubgraphCall extends CompletableFuture<SubgraphResponse> implements PostCallback {
    private static final int LOWEST_FAILURE = 500;

    private final SubgraphCalls calls;
    private final SubgraphRequest request;
    private final List<Header> headers;
    private int retries;
    private int unreachable;
    private @Nullable Instance<Endpoint> instance;

    private volatile @Nullable PostRequest post;
    private volatile @Nullable CallPermit permit;
    private volatile @Nullable Future<?> wait;

    SubgraphCall(SubgraphCalls calls, SubgraphRequest request, List<Header> headers) {
        this.calls = calls;
        this.request = request;
        this.headers = headers;
    }

    void attempt() {
        if (calls.breaker() != null) {
            CallPermit given = CallPermit.from(calls.breaker());
            if (given == null) {
                completeExceptionally(calls.refusedByCircuit());
                return;
            }
            permit = given;
        }
        Instance<Endpoint> chosen = calls.instances().next(instance);
        instance = chosen;
        PostRequest attempt = chosen.target().calls().post(request.body(), headers, this);
        post = attempt;
        if (isCancelled()) {
            abandon();
        }
    }

    @Override
    public void onResponse(int status, HttpHeaders responseHeaders, byte[] body) {
        report(status);
        if (SubgraphCalls.isTemporarilyUnavailable(status)) {
            calls.instances().failed(instance);
        } else {
            calls.instances().succeeded(instance);
        }
        if (!(SubgraphCalls.isTemporarilyUnavailable(status) && retry(calls.waitBefore(retries, responseHeaders)))) {
            complete(status, responseHeaders, body);
        }
    }

    private void complete(int status, HttpHeaders responseHeaders, byte[] body) {
        try {
            byte[] plain = GzipBody.plain(body, calls.maxResponseSize());
            complete(calls.responseOf(status, responseHeaders, plain, headers));
        } catch (BodyTooLargeException tooLong) {
            completeExceptionally(calls.describe(
                    new PostFailedException(Reason.TOO_LONG, "The response is too long when decompressed", tooLong)));
        } catch (IOException damaged) {
            completeExceptionally(calls.describe(
                    new PostFailedException(Reason.MALFORMED, "The response cannot be decompressed", damaged)));
        }
    }

    @Override
    public void onFailure(PostFailedException failure) {
        report(failure);
        if (triesAnotherAddress(failure)) {
            attempt();
        } else if (!(SubgraphCalls.isRetryable(failure) && retry(calls.waitBefore(retries)))) {
            completeExceptionally(calls.describe(failure));
        }
    }

    /** A request that was not sent at all can be sent to another address, whatever it is. */
    private boolean triesAnotherAddress(PostFailedException failure) {
        if (failure.reason() != Reason.NOT_CONNECTED || isCancelled()) {
            return false;
        }
        unreachable++;
        return unreachable < calls.instances().count();
    }

    private void report(int status) {
        CallPermit given = permit;
        if (given == null) {
            return;
        }
        if (status < LOWEST_FAILURE) {
            given.succeeded();
        } else {
            given.failed(SubgraphCalls.FAILED_STATUS);
        }
    }

    private void report(PostFailedException failure) {
        switch (failure.reason()) {
            case NOT_CONNECTED, BROKEN_OFF, TIMED_OUT, MALFORMED ->
                calls.instances().failed(instance);
            case TOO_LONG, NO_CONNECTION_FREE, CLOSED -> {}
        }
        CallPermit given = permit;
        if (given == null) {
            return;
        }
        switch (failure.reason()) {
            case NOT_CONNECTED, BROKEN_OFF, TIMED_OUT, MALFORMED -> given.failed(failure);
            case TOO_LONG -> given.succeeded();
            case NO_CONNECTION_FREE, CLOSED -> given.abandoned();
        }
    }

    /** @param nanos how long to wait; negative when it would take too long */
    private boolean retry(long nanos) {
        // a mutation that broke off may have taken effect, so only its caller may repeat it
        if (request.kind() != OperationKind.QUERY || nanos < 0 || isCancelled() || !calls.mayRetry(retries)) {
            return false;
        }
        retries++;
        if (nanos == 0) {
            attempt();
            return true;
        }
        wait = calls.after(nanos, () -> {
            if (!isDone()) {
                attempt();
            }
        });
        if (isCancelled()) {
            abandon();
        }
        return true;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean first = super.cancel(mayInterruptIfRunning);
        if (first) {
            abandon();
        }
        return first;
    }

    private void abandon() {
        Future<?> waiting = wait;
        PostRequest running = post;
        CallPermit given = permit;
        if (waiting != null) {
            waiting.cancel(false);
        }
        if (running != null) {
            running.cancel();
        }
        if (given != null) {
            given.abandoned();
        }
    }
}
