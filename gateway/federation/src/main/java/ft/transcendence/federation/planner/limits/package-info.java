/**
 * What ends planning without a plan: limits on effort and size, and the exception. They stand below all steps, so that each step can stop.
 */
@NullMarked
package ft.transcendence.federation.planner.limits;

import org.jspecify.annotations.NullMarked;
