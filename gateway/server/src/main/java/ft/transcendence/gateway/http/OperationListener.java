package ft.transcendence.gateway.http;

/** Hears of each answered request, on an event loop: it must not block. */
public interface OperationListener {
    void completed(CompletedOperation operation);
}
