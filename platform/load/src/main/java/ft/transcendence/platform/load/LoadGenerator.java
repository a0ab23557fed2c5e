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

/** Sends requests sequentially, in a closed loop or at a fixed rate, and measures the latency of each. */
final class LoadGenerator {

    private static final int MAX_CONCURRENCY = 64;

    private final Target target;
    private final Timer timer;
    private final int maxConcurrency;

    LoadGenerator(GatewayClient gateway) {
        this(gateway::send, Timer.SYSTEM, MAX_CONCURRENCY);
    }

    /** @param maxConcurrency how many requests at a fixed rate can wait for responses at the same time */
    LoadGenerator(Target target, Timer timer, int maxConcurrency) {
        this.target = target;
        this.timer = timer;
        this.maxConcurrency = maxConcurrency;
    }

    /** Where requests are sent; returns when the last byte of the response has arrived. */
    interface Target {
        void send(Request request) throws InterruptedException;
    }

    /** A clock on which the generator waits for the time of its next request. */
    interface Timer {

        Timer SYSTEM = new Timer() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleepUntil(long due) throws InterruptedException {
                long early = due - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(Duration.ofNanos(early));
                }
            }
        };

        long nanoTime();

        void sleepUntil(long due) throws InterruptedException;
    }

    /**
     * The result of a run.
     *
     * @param latencies the latency of each request
     * @param elapsed from the first request to the last response
     */
    record Run(Latencies latencies, Duration elapsed) {

        long requests() {
            return latencies.count();
        }

        double perSecond() {
            return latencies.count() / (elapsed.toNanos() / 1e9);
        }
    }

    /** Sends requests one after the other. */
    Run sequentially(Supplier<Request> requests, int number) {
        AtomicInteger left = new AtomicInteger(number);
        return concurrently(1, () -> {
            List<Long> nanos = new ArrayList<>();
            while (left.getAndDecrement() > 0) {
                nanos.add(timed(requests.get(), timer.nanoTime()));
            }
            return nanos;
        });
    }

    /** Runs clients that each send the next request as soon as the previous one is answered. */
    Run closedLoop(int clients, Supplier<Request> requests, Duration time) {
        long end = timer.nanoTime() + time.toNanos();
        return concurrently(clients, () -> {
            List<Long> nanos = new ArrayList<>();
            while (timer.nanoTime() < end) {
                nanos.add(timed(requests.get(), timer.nanoTime()));
            }
            return nanos;
        });
    }

    /**
     * Sends requests at a fixed rate, however long responses take. Latency counts from the time at which a request was due, which
     * avoids coordinated omission.
     */
    Run atFixedRate(double perSecond, Supplier<Request> requests, Duration time) {
        int number = (int) (perSecond * time.toNanos() / 1e9);
        AtomicInteger next = new AtomicInteger();
        long begin = timer.nanoTime();
        return concurrently(maxConcurrency, () -> {
            List<Long> nanos = new ArrayList<>();
            for (int index = next.getAndIncrement(); index < number; index = next.getAndIncrement()) {
                long due = begin + (long) (index * 1e9 / perSecond);
                timer.sleepUntil(due);
                nanos.add(timed(requests.get(), due));
            }
            return nanos;
        });
    }

    private long timed(Request request, long from) throws InterruptedException {
        target.send(request);
        return timer.nanoTime() - from;
    }

    private interface Client {
        List<Long> run() throws InterruptedException;
    }

    private Run concurrently(int clients, Client client) {
        long begin = timer.nanoTime();
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
            if (failure.getCause() instanceof UnexpectedResponseException wrong) {
                throw wrong;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        Duration elapsed = Duration.ofNanos(timer.nanoTime() - begin);
        return new Run(new Latencies(nanos.stream().mapToLong(Long::longValue).toArray()), elapsed);
    }
}
