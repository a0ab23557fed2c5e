package ft.transcendence.platform.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sends requests, by one of two rules, and takes the time of each. */
final class Driver {

    private static final int MOST_AT_ONCE = 64;

    private final Gateway gateway;

    Driver(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * What came of a run.
     *
     * @param latencies of each request
     * @param elapsed from the first request to the last answer
     */
    record Run(Latencies latencies, Duration elapsed) {

        double perSecond() {
            return latencies.count() / (elapsed.toNanos() / 1e9);
        }
    }

    /** A number of requests, one after the other. */
    Run alone(Supplier<Ask> asks, int number) {
        AtomicInteger left = new AtomicInteger(number);
        return atOnce(1, () -> {
            List<Long> nanos = new ArrayList<>();
            while (left.getAndDecrement() > 0) {
                nanos.add(timed(asks.get(), System.nanoTime()));
            }
            return nanos;
        });
    }

    /** So many clients, each asking again as soon as it has its answer. */
    Run asFastAs(int clients, Supplier<Ask> asks, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return atOnce(clients, () -> {
            List<Long> nanos = new ArrayList<>();
            while (System.nanoTime() < end) {
                nanos.add(timed(asks.get(), System.nanoTime()));
            }
            return nanos;
        });
    }

    /**
     * Requests at a fixed rate, however long answers take. A request's time counts from when it was due, so that waiting
     * behind slow ones is not left out.
     */
    Run steadily(double perSecond, Supplier<Ask> asks, Duration time) {
        int number = (int) (perSecond * time.toNanos() / 1e9);
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        return atOnce(MOST_AT_ONCE, () -> {
            List<Long> nanos = new ArrayList<>();
            for (int index = next.getAndIncrement(); index < number; index = next.getAndIncrement()) {
                long due = begin + (long) (index * 1e9 / perSecond);
                long early = due - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(Duration.ofNanos(early));
                }
                nanos.add(timed(asks.get(), due));
            }
            return nanos;
        });
    }

    private long timed(Ask ask, long from) throws InterruptedException {
        gateway.send(ask);
        return System.nanoTime() - from;
    }

    private interface Client {
        List<Long> run() throws InterruptedException;
    }

    private static Run atOnce(int clients, Client client) {
        long begin = System.nanoTime();
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> runs = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                runs.add(threads.submit(client::run));
            }
            for (Future<List<Long>> run : runs) {
                nanos.addAll(run.get());
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof WrongAnswerException wrong) {
                throw wrong;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        return new Run(new Latencies(nanos.stream().mapToLong(Long::longValue).toArray()), elapsed);
    }
}
