package ft.transcendence.platform.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
     * @param latencies the latency of each request with the expected response
     * @param failures the requests with another response, or none
     * @param elapsed from the first request to the last response
     */
    record Run(Latencies latencies, List<UnexpectedResponseException> failures, Duration elapsed) {

        long requests() {
            return latencies.count();
        }

        /**
         * This run, if hardly any request failed.
         *
         * @param tolerated the tolerated fraction of failed requests
         * @throws UnexpectedResponseException the first failure, if more failed
         */
        Run requireSuccess(double tolerated) {
            if (failures.size() > tolerated * (requests() + failures.size())) {
                throw failures.getFirst();
            }
            return this;
        }

        double perSecond() {
            return latencies.count() / (elapsed.toNanos() / 1e9);
        }
    }

    /** Sends requests one after the other. */
    Run sequentially(Supplier<Request> requests, int number) {
        AtomicInteger left = new AtomicInteger(number);
        return concurrently(1, responses -> {
            while (left.getAndDecrement() > 0) {
                send(requests.get(), timer.nanoTime(), responses);
            }
        });
    }

    /** Runs clients that each send the next request as soon as the previous one is answered. */
    Run closedLoop(int clients, Supplier<Request> requests, Duration time) {
        long end = timer.nanoTime() + time.toNanos();
        return concurrently(clients, responses -> {
            while (timer.nanoTime() < end) {
                send(requests.get(), timer.nanoTime(), responses);
            }
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
        return concurrently(maxConcurrency, responses -> {
            for (int index = next.getAndIncrement(); index < number; index = next.getAndIncrement()) {
                long due = begin + (long) (index * 1e9 / perSecond);
                timer.sleepUntil(due);
                send(requests.get(), due, responses);
            }
        });
    }

    /** What the clients of a run received. */
    private static final class Responses {

        private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final Queue<UnexpectedResponseException> failures = new ConcurrentLinkedQueue<>();
    }

    private void send(Request request, long from, Responses responses) throws InterruptedException {
        try {
            target.send(request);
            responses.nanos.add(timer.nanoTime() - from);
        } catch (UnexpectedResponseException failure) {
            responses.failures.add(failure);
        }
    }

    private interface Client {
        void run(Responses responses) throws InterruptedException;
    }

    private Run concurrently(int clients, Client client) {
        long begin = timer.nanoTime();
        Responses responses = new Responses();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> runs = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                runs.add(threads.submit(() -> {
                    client.run(responses);
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new Run(
                new Latencies(
                        responses.nanos.stream().mapToLong(Long::longValue).toArray()),
                List.copyOf(responses.failures),
                Duration.ofNanos(timer.nanoTime() - begin));
    }
}
