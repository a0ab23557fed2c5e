package ft.transcendence.federation.executor.response;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphErrorListener;
import ft.transcendence.federation.SubgraphErrorPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Redacts subgraph errors on their way into the client's response. The listener gets what the client does not see. */
public record ErrorRedactor(SubgraphErrorPolicy policy, SubgraphErrorListener listener, RequestContext context) {

    /** Processes the errors of one subgraph response. */
    void redact(
            String subgraph,
            List<? extends @Nullable Object> errors,
            BiConsumer<@Nullable Object, SubgraphErrorPolicy.ClientError> each) {
        List<@Nullable Object> redacted = new ArrayList<>();
        for (Object error : errors) {
            SubgraphErrorPolicy.ClientError clientError = policy.apply(subgraph, error);
            if (clientError.isRedacted()) {
                redacted.add(error);
            }
            each.accept(error, clientError);
        }
        if (!redacted.isEmpty()) {
            listener.redacted(subgraph, redacted, context);
        }
    }
}
