/** What operations are estimated to cost ({@code @cost}, {@code @listSize}). */
@NullMarked
package ft.transcendence.federation.cost;

import org.jspecify.annotations.NullMarked;
