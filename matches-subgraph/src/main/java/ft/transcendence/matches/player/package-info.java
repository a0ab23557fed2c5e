/**
 * The players known to this subgraph: their ids, and a read model of the profiles that the users subgraph publishes.
 */
@NullMarked
package ft.transcendence.matches.player;

import org.jspecify.annotations.NullMarked;
