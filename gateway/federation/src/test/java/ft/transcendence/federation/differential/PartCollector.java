package ft.transcendence.federation.differential;

import ft.transcendence.federation.GraphQLResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects the parts of an incremental response. */
final class PartCollector implements Flow.Subscriber<GraphQLResponse> {

    private final List<String> parts = new ArrayList<>();
    private boolean complete;
    private @Nullable Throwable defect;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(GraphQLResponse part) {
        parts.add(part.bodyAsString());
    }

    @Override
    public void onError(Throwable problem) {
        defect = problem;
    }

    @Override
    public void onComplete() {
        complete = true;
    }

    /** The bodies of all parts. */
    List<String> parts() {
        if (defect != null) {
            throw new AssertionError("The engine failed after " + parts, defect);
        }
        if (!complete) {
            throw new AssertionError("The response has not ended: " + parts);
        }
        return parts;
    }
}
