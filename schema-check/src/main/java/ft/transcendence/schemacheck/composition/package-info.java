/** Composes the subgraphs of a supergraph.yaml. */
@NullMarked
package ft.transcendence.schemacheck.composition;

import org.jspecify.annotations.NullMarked;
