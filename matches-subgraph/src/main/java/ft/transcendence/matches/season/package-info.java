/** Seasons: when they begin and end. They follow each other without a gap, and are the same for all modes. */
@NullMarked
package ft.transcendence.matches.season;

import org.jspecify.annotations.NullMarked;
