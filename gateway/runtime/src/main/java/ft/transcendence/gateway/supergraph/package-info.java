/** Reads the supergraph file, builds the engine from it, and builds a new one when the file changes. */
@NullMarked
package ft.transcendence.gateway.supergraph;

import org.jspecify.annotations.NullMarked;
