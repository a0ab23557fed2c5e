package ft.transcendence.gateway.operation;

import java.util.List;
import java.util.function.LongSupplier;

/** Those who are told what happens in operations, and the clock by which they are. */
record Audience(List<OperationListener> listeners, boolean wantsCost, LongSupplier nanoTime) {
    /** Of these, those that are active. */
    static Audience of(List<OperationListener> candidates, LongSupplier nanoTime) {
        List<OperationListener> active =
                candidates.stream().filter(OperationListener::isActive).toList();
        return new Audience(active, active.stream().anyMatch(OperationListener::wantsCost), nanoTime);
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    long now() {
        return nanoTime.getAsLong();
    }
}
