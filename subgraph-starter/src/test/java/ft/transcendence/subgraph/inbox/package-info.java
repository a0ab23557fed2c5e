/** Events that cannot take effect. */
@NullMarked
package ft.transcendence.subgraph.inbox;

import org.jspecify.annotations.NullMarked;
