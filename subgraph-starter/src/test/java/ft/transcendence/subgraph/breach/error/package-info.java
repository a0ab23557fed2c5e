/** Breaks the architecture rules on purpose. */
@NullMarked
package ft.transcendence.subgraph.breach.error;

import org.jspecify.annotations.NullMarked;
