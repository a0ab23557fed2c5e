/**
 * What players are told of: stored, with a read state, and live. Made from events of friendships, matches, achievements
 * and levels.
 */
@NullMarked
package ft.transcendence.users.notification;

import org.jspecify.annotations.NullMarked;
