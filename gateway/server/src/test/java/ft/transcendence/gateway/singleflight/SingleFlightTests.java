package ft.transcendence.gateway.singleflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SingleFlightTests {
    private final SingleFlight<String, String> singleFlight = new SingleFlight<>();
    private final List<CompletableFuture<String>> calls = new ArrayList<>();

    private CompletableFuture<String> ask(String key) {
        return singleFlight.share(key, () -> {
            CompletableFuture<String> call = new CompletableFuture<>();
            calls.add(call);
            return call;
        });
    }

    @Test
    void equalCallsShareOneUntilItIsDone() {
        CompletableFuture<String> first = ask("a");
        CompletableFuture<String> second = ask("a");
        CompletableFuture<String> other = ask("b");
        assertThat(calls).hasSize(2);
        calls.getFirst().complete("answer");
        assertThat(first).isCompletedWithValue("answer");
        assertThat(second).isCompletedWithValue("answer");
        assertThat(other).isNotDone();
        assertThat(ask("a")).isNotDone();
        assertThat(calls).hasSize(3);
    }

    @Test
    void aFailureReachesAllAndIsNotKept() {
        CompletableFuture<String> first = ask("a");
        CompletableFuture<String> second = ask("a");
        calls.getFirst().completeExceptionally(new IllegalStateException("broken"));
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        assertThat(ask("a")).isNotDone();
    }

    @Test
    void oneWhoGivesUpDoesNotSpoilItForTheOthers() {
        CompletableFuture<String> first = ask("a");
        CompletableFuture<String> second = ask("a");
        first.cancel(false);
        assertThat(calls.getFirst()).isNotCancelled();
        calls.getFirst().complete("answer");
        assertThat(second).isCompletedWithValue("answer");
    }

    @Test
    void theCallEndsWhenNobodyWaitsForIt() {
        CompletableFuture<String> first = ask("a");
        CompletableFuture<String> second = ask("a");
        first.cancel(false);
        second.cancel(false);
        assertThat(calls.getFirst()).isCancelled();
        assertThat(ask("a")).isNotDone();
        assertThat(calls).hasSize(2);
    }

    @Test
    void aCallThatCannotBeginFails() {
        CompletableFuture<String> failed = singleFlight.share("a", () -> {
            throw new IllegalArgumentException("no");
        });
        assertThat(failed).isCompletedExceptionally();
        assertThat(ask("a")).isNotDone();
    }
}
