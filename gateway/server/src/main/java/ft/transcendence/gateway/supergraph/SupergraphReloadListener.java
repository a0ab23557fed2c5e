package ft.transcendence.gateway.supergraph;

/** Hears what came of a changed supergraph file. */
public interface SupergraphReloadListener {
    /** The new supergraph serves from now on. */
    void reloaded();

    /** The changed file could not be used; the old supergraph still serves. */
    void refused();
}
