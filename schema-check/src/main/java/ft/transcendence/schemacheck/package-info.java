/** Composes the subgraphs of a supergraph.yaml and shows what their schemas and events would break. */
@NullMarked
package ft.transcendence.schemacheck;

import org.jspecify.annotations.NullMarked;
