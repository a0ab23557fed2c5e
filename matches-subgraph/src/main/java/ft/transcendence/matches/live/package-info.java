/**
 * Live updates of matches. The instance that changes a match publishes an update to Kafka, and every instance passes it
 * on to its own subscribers. An update is only a hint to read the match again and can be lost.
 */
@NullMarked
package ft.transcendence.matches.live;

import org.jspecify.annotations.NullMarked;
