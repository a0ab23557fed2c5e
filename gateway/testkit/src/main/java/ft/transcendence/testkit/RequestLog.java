package ft.transcendence.testkit;

import ft.transcendence.testkit.subgraph.SubgraphCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests to subgraphs that one operation caused, in the order in which they were sent. */
final class RequestLog {

    private final List<SubgraphExchange> exchanges = new ArrayList<>();

    /** Writes down a request. */
    synchronized Entry begin(SubgraphCall call) {
        exchanges.add(SubgraphExchange.begun(call));
        return new Entry(exchanges.size() - 1);
    }

    synchronized List<SubgraphExchange> all() {
        return List.copyOf(exchanges);
    }

    synchronized List<SubgraphExchange> from(int first) {
        return List.copyOf(exchanges.subList(first, exchanges.size()));
    }

    /** A request whose outcome is not known yet. */
    final class Entry {

        private final int index;

        private Entry(int index) {
            this.index = index;
        }

        void answered(Map<String, @Nullable Object> response) {
            synchronized (RequestLog.this) {
                exchanges.set(index, new SubgraphExchange(exchanges.get(index).call(), response, null));
            }
        }

        void failed(Throwable failure) {
            synchronized (RequestLog.this) {
                exchanges.set(index, new SubgraphExchange(exchanges.get(index).call(), null, failure));
            }
        }
    }
}
