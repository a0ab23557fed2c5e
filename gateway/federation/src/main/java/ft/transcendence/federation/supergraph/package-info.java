/** The composed supergraph: which subgraph has which types and fields, and the schema that clients see. */
@NullMarked
package ft.transcendence.federation.supergraph;

import org.jspecify.annotations.NullMarked;
