package ft.transcendence.gateway.supergraph;

/** Is notified of the result of a changed supergraph file. */
public interface SupergraphReloadListener {
    /** Ignores everything. */
    SupergraphReloadListener NONE = new SupergraphReloadListener() {
        @Override
        public void reloaded() {}

        @Override
        public void refused() {}
    };

    /** The new supergraph is in use. */
    void reloaded();

    /** The changed file cannot be used; the old supergraph stays in use. */
    void refused();
}
