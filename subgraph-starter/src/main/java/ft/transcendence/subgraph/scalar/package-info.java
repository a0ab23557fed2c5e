/** The scalars the subgraphs' schemas share. */
@NullMarked
package ft.transcendence.subgraph.scalar;

import org.jspecify.annotations.NullMarked;
