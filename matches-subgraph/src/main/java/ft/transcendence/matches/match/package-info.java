/** Matches: their lifecycle and rules, and the mutations of game servers, players and moderators. */
@NullMarked
package ft.transcendence.matches.match;

import org.jspecify.annotations.NullMarked;
