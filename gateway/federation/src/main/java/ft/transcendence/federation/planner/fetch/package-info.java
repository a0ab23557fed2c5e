/** The fetch graph: the chosen ways as requests with their dependencies, rewritten by passes and turned into a plan. */
@NullMarked
package ft.transcendence.federation.planner.fetch;

import org.jspecify.annotations.NullMarked;
