package ft.transcendence.gateway.operation;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Opens a record for each operation. It is decided once who is told of what happens; without anyone, records stay empty. */
@Component
public final class OperationRecords {
    private final Audience audience;
    private final RequestIds ids;
    private final OperationTracer tracer;
    /** The one record of all operations, if nobody is told of them. */
    private final OperationRecord nothing;

    @Autowired
    OperationRecords(List<OperationListener> listeners, AccessLogProperties accessLog, OperationTracer tracer) {
        this(listeners, accessLog, tracer, System::nanoTime);
    }

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    public OperationRecords(
            List<OperationListener> listeners,
            AccessLogProperties accessLog,
            OperationTracer tracer,
            LongSupplier nanoTime) {
        this.audience = Audience.of(listeners, tracer, nanoTime);
        this.tracer = tracer;
        this.ids = new RequestIds(accessLog.enabled());
        this.nothing = new OperationRecord(OperationRecord.Transport.HTTP, "", null, ids, audience, null);
    }

    /** @param headers of the request, or of the WebSocket's handshake */
    public OperationRecord open(OperationRecord.Transport transport, String method, HttpHeaders headers) {
        return audience.isEmpty()
                ? nothing
                : new OperationRecord(
                        transport,
                        method,
                        headers,
                        ids,
                        audience,
                        tracer.begin(transport, method, headers).orElse(null));
    }
}
