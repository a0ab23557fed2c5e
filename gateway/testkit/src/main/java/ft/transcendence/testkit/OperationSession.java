package ft.transcendence.testkit;

import ft.transcendence.federation.RequestContext;
import java.util.Map;

/**
 * What the transport needs to know about the operation that a request belongs to. It travels in the engine's context.
 *
 * @param headers by name in lower case
 */
record OperationSession(Map<String, String> headers, Map<String, Object> context, RequestLog log) {

    private static final String ATTRIBUTE = OperationSession.class.getName();

    OperationSession {
        headers = Map.copyOf(headers);
        context = Map.copyOf(context);
    }

    RequestContext.Builder attachTo(RequestContext.Builder builder) {
        return builder.attribute(ATTRIBUTE, this);
    }

    static OperationSession of(RequestContext context) {
        return (OperationSession) context.attribute(ATTRIBUTE).orElseThrow();
    }
}
