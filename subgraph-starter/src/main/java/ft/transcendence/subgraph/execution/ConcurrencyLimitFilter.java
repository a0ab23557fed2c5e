package ft.transcendence.subgraph.execution;

import ft.transcendence.subgraph.error.ErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how many requests are executed at the same time. Some more wait for a limited time, and the rest are rejected
 * at once with a GraphQL error that the gateway passes on. Streams are not counted here, but limited when they are
 * opened.
 */
final class ConcurrencyLimitFilter extends OncePerRequestFilter {

    private static final String REJECTION = """
            {"errors":[{"message":"Too many requests at once. Try again.","extensions":{"code":"%s"}}]}""".formatted(ErrorCode.UNAVAILABLE);

    private static final int STUCK_AFTER_DEADLINES = 6;

    private final String path;
    private final ExecutionProperties limits;
    private final Semaphore permits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongSupplier nanoTime;
    private volatile long lastMoved;

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    ConcurrencyLimitFilter(String path, ExecutionProperties limits, LongSupplier nanoTime) {
        this.path = path;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.lastMoved = nanoTime.getAsLong();
        this.permits = new Semaphore(limits.concurrent(), true);
    }

    /**
     * Whether all permits are taken and no request has started or ended for several deadlines. The running requests
     * then hang, and no request will ever be let in again.
     */
    boolean isStuck() {
        long stuckAfter = limits.deadline().multipliedBy(STUCK_AFTER_DEADLINES).toNanos();
        return permits.availablePermits() == 0 && nanoTime.getAsLong() - lastMoved > stuckAfter;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!enter()) {
            response.setContentType("application/json");
            response.getWriter().write(REJECTION);
            return;
        }
        lastMoved = nanoTime.getAsLong();
        try (RequestContext _ = RequestContext.begin(DisconnectDetector.of(request))) {
            chain.doFilter(request, response);
        } finally {
            lastMoved = nanoTime.getAsLong();
            permits.release();
        }
    }

    private boolean enter() {
        if (permits.tryAcquire()) {
            return true;
        }
        try {
            return waiting.incrementAndGet() <= limits.waiting()
                    && permits.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }
}
