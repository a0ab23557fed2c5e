package ft.transcendence.gateway.supergraph;

/** Is notified of the result of a changed supergraph file. */
public interface SupergraphReloadListener {
    /** The new supergraph is in use. */
    void reloaded();

    /** The changed file cannot be used; the old supergraph stays in use. */
    void refused();
}
