/** Tests of failed events. */
@NullMarked
package ft.transcendence.subgraph.outbox;

import org.jspecify.annotations.NullMarked;
