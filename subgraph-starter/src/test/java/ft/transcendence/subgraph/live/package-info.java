/** Tests of live updates. */
@NullMarked
package ft.transcendence.subgraph.live;

import org.jspecify.annotations.NullMarked;
