package ft.transcendence.gateway.operation;

import ft.transcendence.federation.SubgraphRequest;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a trace of each operation, if traces are on. */
public interface OperationTracer {
    /** Traces nothing. */
    OperationTracer OFF = new OperationTracer() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Optional<OperationTrace> begin(OperationRecord.Transport transport, String method, HttpHeaders headers) {
            return Optional.empty();
        }
    };

    /** Decided once. */
    boolean isOn();

    /**
     * Begins the trace of an operation, or continues that of its client.
     *
     * @param method the HTTP method
     * @param headers of the request, or of the WebSocket's handshake
     * @return empty if traces are off
     */
    Optional<OperationTrace> begin(OperationRecord.Transport transport, String method, HttpHeaders headers);

    /** The trace of one operation. Thread-safe. */
    interface OperationTrace {
        /** The trace's id. */
        String traceId();

        /** The engine begins to prepare the operation; it may be told so twice. */
        void preparing();

        /** The plan is ready. */
        void prepared();

        FetchTrace begin(SubgraphRequest fetch);

        void end(CompletedOperation operation);
    }

    /** The part of a trace that is about one request to a subgraph. */
    interface FetchTrace {
        /** The header by which the subgraph continues the trace. */
        String traceParent();

        /** The outcome is known. */
        void end(CompletedFetch fetch);

        /** A subscription has ended. */
        void ended();
    }

    /** What the transport adds to a request to a subgraph: {@link SubgraphRequest#observer} may be one. */
    interface FetchHeaders {
        /** Replaces the client's {@code traceparent}; null if traces are off. */
        @Nullable String traceParent();
    }
}
