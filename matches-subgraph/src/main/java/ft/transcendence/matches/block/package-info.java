/** Which players block which: a read model of what the users subgraph publishes. */
@NullMarked
package ft.transcendence.matches.block;

import org.jspecify.annotations.NullMarked;
