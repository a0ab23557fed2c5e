/** Tournaments: players register, a draw is made, and matches decide its pairings until everybody has a place. */
@NullMarked
package ft.transcendence.matches.tournament;

import org.jspecify.annotations.NullMarked;
