/** Query planning: from a normalized operation to a query plan in five printable steps. */
@NullMarked
package ft.transcendence.federation.planner;

import org.jspecify.annotations.NullMarked;
