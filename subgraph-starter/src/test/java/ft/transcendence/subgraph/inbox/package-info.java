/** Tests of dead letters. */
@NullMarked
package ft.transcendence.subgraph.inbox;

import org.jspecify.annotations.NullMarked;
