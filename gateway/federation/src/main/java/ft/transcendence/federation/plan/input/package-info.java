/** What a fetch takes from objects of the merged tree: where they are, and how their representations and context variables are written. */
@NullMarked
package ft.transcendence.federation.plan.input;

import org.jspecify.annotations.NullMarked;
