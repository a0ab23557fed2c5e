/** Composes subgraph schemas into an Apollo Federation supergraph. The exported packages are the API. */
module ft.transcendence.composition {
    requires static transitive org.jspecify;
    requires ft.transcendence.federation;
    requires com.graphqljava;

    exports ft.transcendence.composition;
    exports ft.transcendence.composition.composer;
}
