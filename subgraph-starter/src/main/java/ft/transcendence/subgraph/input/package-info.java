/** Validation of arguments that applies to all fields. */
@NullMarked
package ft.transcendence.subgraph.input;

import org.jspecify.annotations.NullMarked;
