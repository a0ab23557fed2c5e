/** Subscriptions over server-sent events: limits, and connections that need little memory. */
@NullMarked
package ft.transcendence.subgraph.stream;

import org.jspecify.annotations.NullMarked;
