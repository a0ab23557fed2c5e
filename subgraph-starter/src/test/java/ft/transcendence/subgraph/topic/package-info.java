/** Tests of topic creation. */
@NullMarked
package ft.transcendence.subgraph.topic;

import org.jspecify.annotations.NullMarked;
