package ft.transcendence.gateway.resilience;

import ft.transcendence.gateway.client.ConnectionUse;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How calls of one subgraph fare, for metrics. It is counted where something went wrong; a call that succeeds costs nothing. */
public final class SubgraphCondition {
    /** Whether a subgraph is called. */
    public enum Circuit {
        /** It is called. */
        CLOSED,
        /** Some calls try whether it works again. */
        HALF_OPEN,
        /** It is not called. */
        OPEN
    }

    private final String subgraph;
    private final LongAdder retries = new LongAdder();
    private final LongAdder retriesLeftOut = new LongAdder();
    private final LongAdder refusedByCircuit = new LongAdder();
    private final LongAdder refusedByQueue = new LongAdder();
    private final LongAdder foundInCache = new LongAdder();
    private final LongAdder missedInCache = new LongAdder();
    private volatile @Nullable CircuitBreaker breaker;
    private volatile Supplier<ConnectionUse> connections = () -> ConnectionUse.NONE;

    public SubgraphCondition(String subgraph) {
        this.subgraph = subgraph;
    }

    /** Observes what calls use from now on. */
    public void watch(@Nullable CircuitBreaker currentBreaker, Supplier<ConnectionUse> currentConnections) {
        breaker = currentBreaker;
        connections = currentConnections;
    }

    public void retried() {
        retries.increment();
    }

    public void couldNotAffordRetry() {
        retriesLeftOut.increment();
    }

    public void refusedByCircuit() {
        refusedByCircuit.increment();
    }

    public void refusedByQueue() {
        refusedByQueue.increment();
    }

    /** @param values entities, or responses of root fields */
    public void foundInCache(int values) {
        foundInCache.add(values);
    }

    /** @param values entities, or responses of root fields */
    public void missedInCache(int values) {
        missedInCache.add(values);
    }

    public String subgraph() {
        return subgraph;
    }

    /** Retries of queries. */
    public long retries() {
        return retries.sum();
    }

    /** Retries that the budget did not allow. */
    public long retriesLeftOut() {
        return retriesLeftOut.sum();
    }

    /** Calls that failed at once because the circuit breaker was open. */
    public long refusalsByCircuit() {
        return refusedByCircuit.sum();
    }

    /** Calls that failed because all connections were busy, and the queue full or the wait too long. */
    public long refusalsByQueue() {
        return refusedByQueue.sum();
    }

    /** Entities, and responses of root fields, that the subgraph was not asked for because they were kept. */
    public long foundInCache() {
        return foundInCache.sum();
    }

    /** Entities, and responses of root fields, that were not kept although there is a cache. */
    public long missedInCache() {
        return missedInCache.sum();
    }

    /** The connections for queries and mutations. Its sums begin anew when settings of the subgraph change. */
    public ConnectionUse connections() {
        return connections.get();
    }

    /** Closed where there is no circuit breaker. */
    public Circuit circuit() {
        CircuitBreaker current = breaker;
        if (current == null) {
            return Circuit.CLOSED;
        }
        return switch (current.getState()) {
            case OPEN, FORCED_OPEN -> Circuit.OPEN;
            case HALF_OPEN -> Circuit.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> Circuit.CLOSED;
        };
    }
}
