/** Tests of streams. */
@NullMarked
package ft.transcendence.subgraph.stream;

import org.jspecify.annotations.NullMarked;
