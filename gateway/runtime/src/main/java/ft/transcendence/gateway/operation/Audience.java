package ft.transcendence.gateway.operation;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * Those who are told what happens in operations, and the clock by which they are.
 *
 * @param wantsCost whether any of them wants to know costs
 * @param isDetailed whether any of them wants to know more than what failed
 */
record Audience(List<OperationListener> listeners, boolean wantsCost, boolean isDetailed, LongSupplier nanoTime) {
    /** Of these, those that are active. */
    static Audience of(List<OperationListener> candidates, OperationTracer tracer, LongSupplier nanoTime) {
        List<OperationListener> active =
                candidates.stream().filter(OperationListener::isActive).toList();
        return new Audience(
                active,
                active.stream().anyMatch(OperationListener::wantsCost),
                tracer.isOn() || !active.stream().allMatch(OperationListener::wantsFailuresOnly),
                nanoTime);
    }

    boolean isEmpty() {
        return listeners.isEmpty() && !isDetailed;
    }

    long now() {
        return nanoTime.getAsLong();
    }
}
