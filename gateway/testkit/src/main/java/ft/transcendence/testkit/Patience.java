package ft.transcendence.testkit;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for what happens on other threads, but not for ever. */
final class Patience {

    private Patience() {}

    /** @param complaint what is missing, as the beginning of a sentence */
    static <T> T await(Future<T> future, Duration patience, Supplier<String> complaint) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            future.cancel(true);
            throw exhausted(patience, complaint);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(complaint.get() + ": " + failed.getCause(), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(complaint.get() + ", and the test was interrupted", interrupted);
        }
    }

    static AssertionError exhausted(Duration patience, Supplier<String> complaint) {
        return new AssertionError(complaint.get() + " within " + patience.toMillis() + " ms");
    }
}
