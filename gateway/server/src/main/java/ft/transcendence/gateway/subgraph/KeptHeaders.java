package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.client.Header;
import java.util.ArrayList;
import java.util.List;

/** The headers of one client that subgraphs may receive. They know what they were selected by, since settings may change meanwhile. */
final class KeptHeaders extends ArrayList<Header> {
    private static final long serialVersionUID = 1L;

    static final KeptHeaders NONE = new KeptHeaders(new HeaderSelection(false, List.of()));

    private final transient HeaderSelection selection;

    KeptHeaders(HeaderSelection selection) {
        super(2);
        this.selection = selection;
    }

    boolean areSelectedBy(HeaderSelection other) {
        return selection == other || selection.equals(other);
    }
}
