/** An exhaustive search for the fewest requests, against which the path search is compared. */
@NullMarked
package ft.transcendence.federation.planner.path;

import org.jspecify.annotations.NullMarked;
