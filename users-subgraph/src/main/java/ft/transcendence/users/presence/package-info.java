/**
 * Who is online, in game or away, visible to friends. Each instance stores signs of life, with their times; what they
 * mean is derived from these times whenever it is read. So a crash leaves nothing to correct, and players are present if
 * any instance saw them.
 */
@NullMarked
package ft.transcendence.users.presence;

import org.jspecify.annotations.NullMarked;
