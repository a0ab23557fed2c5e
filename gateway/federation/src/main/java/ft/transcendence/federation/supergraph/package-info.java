/** The model of a composed supergraph: which subgraph has which types and fields, and the consumer schema. */
@NullMarked
package ft.transcendence.federation.supergraph;

import org.jspecify.annotations.NullMarked;
