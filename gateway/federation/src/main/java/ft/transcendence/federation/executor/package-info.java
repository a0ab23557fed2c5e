/** Runs query plans: subgraph answers are decoded into slots, completed by further fetches, and projected into one response. */
@NullMarked
package ft.transcendence.federation.executor;

import org.jspecify.annotations.NullMarked;
