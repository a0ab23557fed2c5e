/** Spans of requests, statements and events, so that a trace goes on where the gateway's ends. Off unless there is somewhere to send them. */
@NullMarked
package ft.transcendence.subgraph.tracing;

import org.jspecify.annotations.NullMarked;
