/** How many subscriptions may be open, and what each of them holds. */
@NullMarked
package ft.transcendence.subgraph.stream;

import org.jspecify.annotations.NullMarked;
