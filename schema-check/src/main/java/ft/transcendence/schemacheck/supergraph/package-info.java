/** A composed supergraph and what clients and gateways rely on in it. */
@NullMarked
package ft.transcendence.schemacheck.supergraph;

import org.jspecify.annotations.NullMarked;
