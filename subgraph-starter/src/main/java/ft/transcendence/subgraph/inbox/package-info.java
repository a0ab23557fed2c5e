/**
 * The transactional inbox: each event from Kafka takes effect once. Events that cannot be processed become dead
 * letters.
 */
@NullMarked
package ft.transcendence.subgraph.inbox;

import org.jspecify.annotations.NullMarked;
