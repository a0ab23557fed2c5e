/** What one execution may cost: values, time and a place among the others; and its end when nobody waits for it. */
@NullMarked
package ft.transcendence.subgraph.execution;

import org.jspecify.annotations.NullMarked;
