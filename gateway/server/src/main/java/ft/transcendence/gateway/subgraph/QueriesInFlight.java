package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.federation.SubgraphResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Lets equal queries share one call while it is under way: same subgraph, same body, same forwarded headers (so nobody gets an answer
 * made for somebody else). The call is cancelled when the last one waiting for it has given up.
 */
final class QueriesInFlight {
    private final ConcurrentMap<Key, Shared> calls = new ConcurrentHashMap<>();

    CompletableFuture<SubgraphResponse> share(
            SubgraphRequest request, Function<SubgraphRequest, CompletableFuture<SubgraphResponse>> send) {
        Key key = Key.of(request);
        while (true) {
            Shared fresh = new Shared();
            Shared present = calls.putIfAbsent(key, fresh);
            if (present == null) {
                return lead(key, fresh, request, send);
            }
            CompletableFuture<SubgraphResponse> joined = present.join();
            if (joined != null) {
                return joined;
            }
            calls.remove(key, present);
        }
    }

    private CompletableFuture<SubgraphResponse> lead(
            Key key,
            Shared shared,
            SubgraphRequest request,
            Function<SubgraphRequest, CompletableFuture<SubgraphResponse>> send) {
        CompletableFuture<SubgraphResponse> call = send.apply(request);
        CompletableFuture<SubgraphResponse> mine = shared.follow();
        shared.answer.whenComplete((response, failure) -> {
            if (shared.answer.isCancelled()) {
                call.cancel(false);
            }
        });
        call.whenComplete((response, failure) -> {
            calls.remove(key, shared);
            if (failure == null) {
                shared.answer.complete(response);
            } else {
                shared.answer.completeExceptionally(failure);
            }
        });
        return mine;
    }

    /** One call and how many wait for it; the leader counts from the start. */
    private static final class Shared {
        private static final int ABANDONED = 0;

        private final CompletableFuture<SubgraphResponse> answer = new CompletableFuture<>();
        private final AtomicInteger waiting = new AtomicInteger(1);

        /** A further waiter's future; null when everybody has already given up. */
        @org.jspecify.annotations.Nullable CompletableFuture<SubgraphResponse> join() {
            int before = waiting.getAndUpdate(count -> count == ABANDONED ? ABANDONED : count + 1);
            return before == ABANDONED ? null : follow();
        }

        CompletableFuture<SubgraphResponse> follow() {
            CompletableFuture<SubgraphResponse> follower = answer.copy();
            follower.whenComplete((response, failure) -> {
                if (follower.isCancelled() && waiting.decrementAndGet() == ABANDONED) {
                    answer.cancel(false);
                }
            });
            return follower;
        }
    }

    private record Key(String subgraph, String url, ByteBuffer body, List<ForwardedHeaders.Header> headers, int hash) {
        static Key of(SubgraphRequest request) {
            ByteBuffer body = request.body().duplicate();
            List<ForwardedHeaders.Header> headers = ForwardedHeaders.of(request.context());
            byte[] bytes = new byte[body.remaining()];
            body.get(body.position(), bytes);
            int hash = 31 * (31 * Arrays.hashCode(bytes) + headers.hashCode())
                    + request.subgraph().hashCode();
            return new Key(request.subgraph(), request.url(), ByteBuffer.wrap(bytes), headers, hash);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
