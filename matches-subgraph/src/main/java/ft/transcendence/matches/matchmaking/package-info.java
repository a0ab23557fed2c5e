/** The queue: players who look for a match, and the fair matches that are made of them. */
@NullMarked
package ft.transcendence.matches.matchmaking;

import org.jspecify.annotations.NullMarked;
