package ft.transcendence.gateway.header;

import ft.transcendence.gateway.client.Header;
import java.util.ArrayList;

/**
 * The headers of one client that subgraphs may receive. They know what they were selected by, since settings may change during a
 * request.
 */
public final class KeptHeaders extends ArrayList<Header> {
    private static final long serialVersionUID = 1L;

    static final KeptHeaders NONE = new KeptHeaders(HeaderSelection.NOTHING);

    private final transient HeaderSelection selection;

    KeptHeaders(HeaderSelection selection) {
        super(2);
        this.selection = selection;
    }

    /** Whether this header has a claim of the caller's token. */
    boolean haveClaimIn(Header header) {
        return selection.claims().contains(header.name());
    }

    boolean areSelectedBy(HeaderSelection other) {
        return selection == other || isEmpty();
    }
}
