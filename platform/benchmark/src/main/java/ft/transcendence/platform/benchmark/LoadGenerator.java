package ft.transcendence.platform.benchmark;

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
import java.util.stream.Stream;

/** Sends requests sequentially, in a closed loop or at a fixed rate, and measures the latency of each. */
public final class LoadGenerator {

    private static final int MAX_CONCURRENCY = 64;

    /** A run with more failures than this one ends early. */
    private static final int MAX_FAILURES = 10_000;

    private final Timer timer;
    private final int maxConcurrency;

    public LoadGenerator() {
        this(Timer.SYSTEM, MAX_CONCURRENCY);
    }

    /** @param maxConcurrency how many requests at a fixed rate can wait for responses at the same time */
    LoadGenerator(Timer timer, int maxConcurrency) {
        this.timer = timer;
        this.maxConcurrency = maxConcurrency;
    }

    /** Sends requests. */
    @FunctionalInterface
    public interface Client {

        /**
         * Sends one request and returns when the last byte of its response has arrived.
         *
         * @throws UnexpectedResponseException if there is no response or a wrong one
         */
        void send() throws InterruptedException;
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
    public record Run(Latencies latencies, List<UnexpectedResponseException> failures, Duration elapsed) {

        public long requests() {
            return latencies.count();
        }

        /**
         * This run, if hardly any request failed.
         *
         * @param tolerated the tolerated fraction of failed requests
         * @throws UnexpectedResponseException the first failure, if more failed
         */
        public Run requireSuccess(double tolerated) {
            if (failures.size() > tolerated * (requests() + failures.size())) {
                throw failures.getFirst();
            }
            return this;
        }

        public double perSecond() {
            return latencies.count() / (elapsed.toNanos() / 1e9);
        }
    }

    /** Sends requests one after the other. */
    public Run sequentially(Client client, int number) {
        AtomicInteger left = new AtomicInteger(number);
        return concurrently(List.of(responses -> {
            while (left.getAndDecrement() > 0) {
                send(client, timer.nanoTime(), responses);
            }
        }));
    }

    /** Lets each client send its next request as soon as the previous one is answered. */
    public Run closedLoop(List<? extends Client> clients, Duration time) {
        long end = timer.nanoTime() + time.toNanos();
        return concurrently(clients.stream()
                .<Worker>map(client -> responses -> {
                    while (timer.nanoTime() < end) {
                        send(client, timer.nanoTime(), responses);
                    }
                })
                .toList());
    }

    /**
     * Sends requests at a fixed rate, however long responses take. Latency counts from the time at which a request was due, which
     * avoids coordinated omission.
     *
     * @param client can send several requests at the same time
     */
    public Run atFixedRate(double perSecond, Client client, Duration time) {
        int number = (int) (perSecond * time.toNanos() / 1e9);
        AtomicInteger next = new AtomicInteger();
        long begin = timer.nanoTime();
        Worker worker = responses -> {
            for (int index = next.getAndIncrement(); index < number; index = next.getAndIncrement()) {
                long due = begin + (long) (index * 1e9 / perSecond);
                timer.sleepUntil(due);
                send(client, due, responses);
            }
        };
        return concurrently(Stream.generate(() -> worker).limit(maxConcurrency).toList());
    }

    /** What the clients of a run received. */
    private static final class Responses {

        private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final Queue<UnexpectedResponseException> failures = new ConcurrentLinkedQueue<>();
        private final AtomicInteger numberOfFailures = new AtomicInteger();
    }

    private void send(Client client, long from, Responses responses) throws InterruptedException {
        try {
            client.send();
            responses.nanos.add(timer.nanoTime() - from);
        } catch (UnexpectedResponseException failure) {
            responses.failures.add(failure);
            if (responses.numberOfFailures.incrementAndGet() > MAX_FAILURES) {
                throw failure;
            }
        }
    }

    private interface Worker {
        void run(Responses responses) throws InterruptedException;
    }

    private Run concurrently(List<? extends Worker> workers) {
        long begin = timer.nanoTime();
        Responses responses = new Responses();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> runs = new ArrayList<>();
            for (Worker worker : workers) {
                runs.add(threads.submit(() -> {
                    worker.run(responses);
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnexpectedResponseException tooMany) {
                throw tooMany;
            }
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
