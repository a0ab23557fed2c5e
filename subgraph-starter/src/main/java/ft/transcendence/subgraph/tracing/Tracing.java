package ft.transcendence.subgraph.tracing;

import ft.transcendence.platform.tracing.Spans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in spans. The span of a thread's work is known to what it calls, since a request, its data fetchers and its
 * statements share a thread. If traces are off, the work is just run.
 */
public final class Tracing implements AutoCloseable {

    /** Traces nothing. */
    public static final Tracing OFF = new Tracing(null);

    private final @Nullable Spans spans;

    Tracing(@Nullable Spans spans) {
        this.spans = spans;
    }

    boolean isOn() {
        return spans != null;
    }

    /** The {@code traceparent} of the work of this thread; null if traces are off, or it is not a part of a trace. */
    public @Nullable String traceParent() {
        if (spans == null) {
            return null;
        }
        Span current = Span.current();
        return current.getSpanContext().isValid() ? Spans.traceParentOf(current) : null;
    }

    /** Sends an event, as a part of the trace with this {@code traceparent}. */
    public void send(String topic, @Nullable String traceParent, Runnable work) {
        continued(SpanKind.PRODUCER, "send " + topic, traceParent, work);
    }

    /** Processes an event, as a part of the trace with this {@code traceparent}. */
    public void process(String topic, @Nullable String traceParent, Runnable work) {
        continued(SpanKind.CONSUMER, "process " + topic, traceParent, work);
    }

    /** An event that is not a part of a trace does not begin one: nobody asked for it. */
    private void continued(SpanKind kind, String name, @Nullable String traceParent, Runnable work) {
        if (spans == null || traceParent == null) {
            work.run();
            return;
        }
        Span span = spans.continued(header -> header.equals("traceparent") ? traceParent : null, kind, name);
        try (Scope _ = span.makeCurrent()) {
            work.run();
        } catch (RuntimeException | Error failure) {
            fail(span, failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    /** A request whose sender may have sent a {@code traceparent}. */
    Span request(Spans.Headers headers, String name) {
        return spans == null ? Span.getInvalid() : spans.continued(headers, SpanKind.SERVER, name);
    }

    /** Runs a statement of the database in a span, if the work of this thread is recorded. */
    <T extends @Nullable Object> T statement(@Nullable String sql, Callable<T> work) throws Exception {
        Span current = Span.current();
        if (spans == null || !current.isRecording()) {
            return work.call();
        }
        Span span = spans.child(current, SpanKind.CLIENT, "database");
        span.setAttribute("db.system.name", "postgresql");
        if (sql != null) {
            span.setAttribute("db.query.text", sql);
        }
        try {
            return work.call();
        } catch (Exception | Error failure) {
            fail(span, failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    private static void fail(Span span, Throwable failure) {
        span.setAttribute("error.type", failure.getClass().getName());
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
        if (spans != null) {
            spans.close();
        }
    }
}
