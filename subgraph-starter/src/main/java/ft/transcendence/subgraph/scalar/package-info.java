/** Custom scalars shared by all subgraphs. */
@NullMarked
package ft.transcendence.subgraph.scalar;

import org.jspecify.annotations.NullMarked;
