/** The topics an application writes to, created whenever the broker is there to do so. */
@NullMarked
package ft.transcendence.subgraph.topic;

import org.jspecify.annotations.NullMarked;
