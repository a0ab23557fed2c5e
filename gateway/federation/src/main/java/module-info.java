/**
 * Plans and executes GraphQL operations over an Apollo Federation supergraph.
 *
 * <p>The packages that are exported to everybody are the API. What is exported to a module of ours is internal, as all other packages are: it changes
 * without notice, and only fits that module of the same version.
 */
@SuppressWarnings("module") // those modules are compiled later
module ft.transcendence.federation {
    requires static transitive org.jspecify;
    requires com.github.benmanes.caffeine;
    requires com.graphqljava;

    exports ft.transcendence.federation;
    exports ft.transcendence.federation.engine;

    // what the engine can plan and what the composer accepts is decided by the same code
    exports ft.transcendence.federation.plan.selection to
            ft.transcendence.composition;
    exports ft.transcendence.federation.planner.graph to
            ft.transcendence.composition;
    exports ft.transcendence.federation.supergraph to
            ft.transcendence.composition;
    exports ft.transcendence.federation.supergraph.reader to
            ft.transcendence.composition;
}
