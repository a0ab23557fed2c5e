/**
 * The transactional outbox: events are stored together with the change they describe and then sent to Kafka, in order
 * per key.
 */
@NullMarked
package ft.transcendence.subgraph.outbox;

import org.jspecify.annotations.NullMarked;
