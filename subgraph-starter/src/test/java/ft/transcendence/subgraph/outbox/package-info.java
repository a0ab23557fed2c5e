/** Events that cannot be sent. */
@NullMarked
package ft.transcendence.subgraph.outbox;

import org.jspecify.annotations.NullMarked;
