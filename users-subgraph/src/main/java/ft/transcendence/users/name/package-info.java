/** What names and other texts of players may look like, and that no name passes for another's. */
@NullMarked
package ft.transcendence.users.name;

import org.jspecify.annotations.NullMarked;
