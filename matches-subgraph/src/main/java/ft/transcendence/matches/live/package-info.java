/**
 * Live updates of matches: whichever instance changes a match tells Kafka, and every instance tells its own subscribers.
 * Updates are hints to look again and may be lost; what is true is in the database.
 */
@NullMarked
package ft.transcendence.matches.live;

import org.jspecify.annotations.NullMarked;
