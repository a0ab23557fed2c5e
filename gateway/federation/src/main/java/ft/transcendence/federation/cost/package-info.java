/** Estimates the cost of operations ({@code @cost}, {@code @listSize}). */
@NullMarked
package ft.transcendence.federation.cost;

import org.jspecify.annotations.NullMarked;
