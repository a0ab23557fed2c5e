/**
 * Step 5: writes the plan. {@link ft.transcendence.federation.planner.build.PlanBuilder} orders the fetches; the other classes write their
 * selections and representations.
 */
@NullMarked
package ft.transcendence.federation.planner.build;

import org.jspecify.annotations.NullMarked;
