package ft.transcendence.federation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receives subgraph errors that are redacted from the client's response, for example to log them. */
@FunctionalInterface
public interface SubgraphErrorListener {

    /**
     * Called once for each subgraph response with redacted errors, by the thread that processes it.
     *
     * @param errors the redacted entries of the response's {@code errors}, unchanged; at least one
     */
    void redacted(String subgraph, List<? extends @Nullable Object> errors, RequestContext context);
}
