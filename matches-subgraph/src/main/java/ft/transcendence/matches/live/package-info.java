/** Live updates of matches, carried by Kafka to every instance. */
@NullMarked
package ft.transcendence.matches.live;

import org.jspecify.annotations.NullMarked;
