/** What a player's finished matches add up to: wins, losses and streaks. */
@NullMarked
package ft.transcendence.matches.statistics;

import org.jspecify.annotations.NullMarked;
