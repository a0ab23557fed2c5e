/** Errors for clients, each with a stable code. All other exceptions are masked. */
@NullMarked
package ft.transcendence.subgraph.error;

import org.jspecify.annotations.NullMarked;
