/** Tests of how topics come to be. */
@NullMarked
package ft.transcendence.subgraph.topic;

import org.jspecify.annotations.NullMarked;
