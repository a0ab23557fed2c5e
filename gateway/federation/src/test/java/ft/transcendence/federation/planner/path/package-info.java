/** An exhaustive search for the fewest requests, which the planner's search is held to. */
@NullMarked
package ft.transcendence.federation.planner.path;

import org.jspecify.annotations.NullMarked;
