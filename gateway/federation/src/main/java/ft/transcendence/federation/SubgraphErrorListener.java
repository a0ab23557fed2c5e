package ft.transcendence.federation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears of errors in subgraphs' answers that clients are not told: without it nobody would know what happened. */
@FunctionalInterface
public interface SubgraphErrorListener {

    /**
     * Called once for an answer, by the thread that works on it.
     *
     * @param errors those members of the answer's {@code errors} that were redacted, as they came; at least one
     */
    void redacted(String subgraph, List<? extends @Nullable Object> errors, RequestContext context);
}
