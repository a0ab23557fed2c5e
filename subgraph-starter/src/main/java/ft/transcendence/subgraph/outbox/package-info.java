/** Events written with the change they tell of, and sent to Kafka afterwards, in order per key. */
@NullMarked
package ft.transcendence.subgraph.outbox;

import org.jspecify.annotations.NullMarked;
