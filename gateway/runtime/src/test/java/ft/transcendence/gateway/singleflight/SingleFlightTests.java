package ft.transcendence.gateway.singleflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SingleFlightTests {
    private final SingleFlight<String, String> singleFlight = new SingleFlight<>();
    private final List<CompletableFuture<String>> calls = new ArrayList<>();

    private CompletableFuture<String> share(String key) {
        return singleFlight.share(key, () -> {
            CompletableFuture<String> call = new CompletableFuture<>();
            calls.add(call);
            return call;
        });
    }

    @Test
    void equalCallsShareTheOneInFlight() {
        CompletableFuture<String> first = share("a");
        CompletableFuture<String> second = share("a");
        CompletableFuture<String> other = share("b");
        assertThat(calls).hasSize(2);
        calls.getFirst().complete("response");
        assertThat(first).isCompletedWithValue("response");
        assertThat(second).isCompletedWithValue("response");
        assertThat(other).isNotDone();
        assertThat(share("a")).isNotDone();
        assertThat(calls).hasSize(3);
    }

    @Test
    void failureReachesAllWaitersAndIsNotCached() {
        CompletableFuture<String> first = share("a");
        CompletableFuture<String> second = share("a");
        calls.getFirst().completeExceptionally(new IllegalStateException("broken"));
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        assertThat(share("a")).isNotDone();
    }

    @Test
    void cancellationOfOneWaiterDoesNotAffectTheOthers() {
        CompletableFuture<String> first = share("a");
        CompletableFuture<String> second = share("a");
        first.cancel(false);
        assertThat(calls.getFirst()).isNotCancelled();
        calls.getFirst().complete("response");
        assertThat(second).isCompletedWithValue("response");
    }

    @Test
    void callIsCancelledWithItsLastWaiter() {
        CompletableFuture<String> first = share("a");
        CompletableFuture<String> second = share("a");
        first.cancel(false);
        second.cancel(false);
        assertThat(calls.getFirst()).isCancelled();
        assertThat(share("a")).isNotDone();
        assertThat(calls).hasSize(2);
    }

    @Test
    void callThatThrowsFails() {
        CompletableFuture<String> failed = singleFlight.share("a", () -> {
            throw new IllegalArgumentException("no");
        });
        assertThat(failed).isCompletedExceptionally();
        assertThat(share("a")).isNotDone();
    }
}
