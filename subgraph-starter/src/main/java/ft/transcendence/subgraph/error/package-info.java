/** Errors a client may see, each with a stable code, and the mask over all others. */
@NullMarked
package ft.transcendence.subgraph.error;

import org.jspecify.annotations.NullMarked;
