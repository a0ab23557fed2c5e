/** Players' statistics: wins, losses and streaks, overall and by mode. */
@NullMarked
package ft.transcendence.matches.statistics;

import org.jspecify.annotations.NullMarked;
