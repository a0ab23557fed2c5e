package ft.transcendence.gateway.http;

/** Is notified of each completed request, on an event loop; it must not block. */
public interface OperationListener {
    void completed(CompletedOperation operation);
}
