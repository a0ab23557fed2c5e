/** The players that matches knows: their ids, and copies of the names that the users subgraph announces. */
@NullMarked
package ft.transcendence.matches.player;

import org.jspecify.annotations.NullMarked;
