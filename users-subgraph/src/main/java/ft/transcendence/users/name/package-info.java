/**
 * Rules for names and other text written by players, and protection against names that look like another player's.
 *
 * <p>The terms joiner and skeleton are Unicode's.
 */
@NullMarked
package ft.transcendence.users.name;

import org.jspecify.annotations.NullMarked;
