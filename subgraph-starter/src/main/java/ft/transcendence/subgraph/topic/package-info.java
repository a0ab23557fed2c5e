/** Creation of the application's topics, retried until the broker is available. */
@NullMarked
package ft.transcendence.subgraph.topic;

import org.jspecify.annotations.NullMarked;
