package ft.transcendence.extension;

import ft.transcendence.federation.OperationKind;

/** A request to a subgraph that is about to be sent. */
public interface SubgraphFetch {
    /** The subgraph's name in the supergraph. */
    String subgraph();

    OperationKind kind();

    /**
     * Adds a header to the request.
     *
     * @throws IllegalArgumentException when it is not a header that can be added
     */
    void addHeader(String name, String value);
}
