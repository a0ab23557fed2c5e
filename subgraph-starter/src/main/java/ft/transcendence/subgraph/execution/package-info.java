/** Limits for executions: values, time and concurrency. An execution also ends when its client disconnects. */
@NullMarked
package ft.transcendence.subgraph.execution;

import org.jspecify.annotations.NullMarked;
