/** Breaks the architecture rules on purpose. */
@NullMarked
package ft.transcendence.subgraph.breach.stream;

import org.jspecify.annotations.NullMarked;
