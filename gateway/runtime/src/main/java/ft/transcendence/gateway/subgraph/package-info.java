/** Sends the engine's requests to the subgraphs over pooled, non-blocking HTTP connections. */
@NullMarked
package ft.transcendence.gateway.subgraph;

import org.jspecify.annotations.NullMarked;
