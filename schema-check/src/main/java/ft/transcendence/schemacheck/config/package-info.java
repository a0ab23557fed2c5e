/** Reads supergraph.yaml and the subgraphs' schemas that it names. */
@NullMarked
package ft.transcendence.schemacheck.config;

import org.jspecify.annotations.NullMarked;
