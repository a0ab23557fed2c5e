/**
 * Live updates for subscriptions. The instance that changes something publishes an update to Kafka, and every instance
 * passes it on to its own subscribers, so that any of them can serve any stream. An update is only a hint to read the
 * current state, and can be lost.
 */
@NullMarked
package ft.transcendence.subgraph.live;

import org.jspecify.annotations.NullMarked;
