/** What keeps a failing subgraph from taking others down with it: retries with a budget, and circuit breakers. */
@NullMarked
package ft.transcendence.gateway.resilience;

import org.jspecify.annotations.NullMarked;
