/** Challenges to a match: sent, accepted, declined, cancelled or expired. Accepting one creates the match. */
@NullMarked
package ft.transcendence.matches.challenge;

import org.jspecify.annotations.NullMarked;
