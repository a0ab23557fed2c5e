/** Errors that the user can correct, in the payloads of mutations. */
@NullMarked
package ft.transcendence.subgraph.mutation;

import org.jspecify.annotations.NullMarked;
