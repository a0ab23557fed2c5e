/** Events from Kafka, each taking effect once, and the dead letters of those that cannot. */
@NullMarked
package ft.transcendence.subgraph.inbox;

import org.jspecify.annotations.NullMarked;
