package ft.transcendence.gateway.operation;

import ft.transcendence.federation.FetchObserver;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.OperationObserver;
import ft.transcendence.federation.SubgraphRequest;
import ft.transcendence.gateway.operation.OperationTracer.OperationTrace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the engine found out about one operation: what it is, what it costs, and whether it was cached. Thread-safe. */
public final class EngineRecord implements OperationObserver {
    private final OperationRecord operation;
    private final Audience audience;
    private final @Nullable OperationTrace trace;

    // Guarded by this.
    private @Nullable OperationKind kind;
    private @Nullable String name;
    private @Nullable Long preparationBegan;
    private @Nullable Duration preparation;
    private boolean prepared;
    private double cost = Double.NaN;
    private int deniedFields;

    EngineRecord(OperationRecord operation, Audience audience, @Nullable OperationTrace trace) {
        this.operation = operation;
        this.audience = audience;
        this.trace = trace;
    }

    @Override
    public void preparing() {
        if (trace != null) {
            trace.preparing();
        }
        synchronized (this) {
            preparationBegan = preparationBegan == null ? Long.valueOf(audience.now()) : preparationBegan;
        }
    }

    @Override
    public synchronized void identified(OperationKind found, @Nullable String written) {
        kind = found;
        name = written;
    }

    @Override
    public boolean wantsCost() {
        return audience.wantsCost();
    }

    @Override
    public synchronized void costEstimated(double estimate) {
        cost = estimate;
    }

    @Override
    public void prepared(int denied) {
        if (trace != null) {
            trace.prepared();
        }
        synchronized (this) {
            prepared = true;
            deniedFields = denied;
            preparation = preparationBegan == null ? null : Duration.ofNanos(audience.now() - preparationBegan);
        }
    }

    @Override
    public FetchObserver fetchStarted(SubgraphRequest fetch) {
        return operation.begin(fetch);
    }

    /** Null when the document is invalid. */
    public synchronized @Nullable OperationKind kind() {
        return kind;
    }

    /** The operation's name in its document; null for an anonymous operation, and when the document is invalid. */
    public synchronized @Nullable String name() {
        return name;
    }

    /** Whether the engine had a plan for it, be it cached or new. */
    public synchronized boolean isPrepared() {
        return prepared;
    }

    /** How long the preparation took, and the wait for it; null for a cached operation. */
    public synchronized @Nullable Duration preparation() {
        return preparation;
    }

    /** The estimated cost; NaN when nobody wants to know it, or costs are not limited. */
    public synchronized double cost() {
        return cost;
    }

    /** How many fields were left out because the caller may not see them. */
    public synchronized int deniedFields() {
        return deniedFields;
    }
}
