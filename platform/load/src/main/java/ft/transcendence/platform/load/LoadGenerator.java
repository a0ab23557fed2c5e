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

    private final GatewayClient gateway;

    LoadGenerator(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /**
     * The result of a run.
     *
     * @param latencies the latency of each request
     * @param elapsed from the first request to the last response
     */
    record Run(Latencies latencies, Duration elapsed) {

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
                nanos.add(timed(requests.get(), System.nanoTime()));
            }
            return nanos;
        });
    }

    /** Runs clients that each send the next request as soon as the previous one is answered. */
    Run closedLoop(int clients, Supplier<Request> requests, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return concurrently(clients, () -> {
            List<Long> nanos = new ArrayList<>();
            while (System.nanoTime() < end) {
                nanos.add(timed(requests.get(), System.nanoTime()));
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
        long begin = System.nanoTime();
        return concurrently(MAX_CONCURRENCY, () -> {
            List<Long> nanos = new ArrayList<>();
            for (int index = next.getAndIncrement(); index < number; index = next.getAndIncrement()) {
                long due = begin + (long) (index * 1e9 / perSecond);
                long early = due - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(Duration.ofNanos(early));
                }
                nanos.add(timed(requests.get(), due));
            }
            return nanos;
        });
    }

    private long timed(Request request, long from) throws InterruptedException {
        gateway.send(request);
        return System.nanoTime() - from;
    }

    private interface Client {
        List<Long> run() throws InterruptedException;
    }

    private static Run concurrently(int clients, Client client) {
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
            if (failure.getCause() instanceof UnexpectedResponseException wrong) {
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
