/** Step 6: the schema that clients see, and the rules for {@code @inaccessible} elements. */
@NullMarked
package ft.transcendence.composition.api;

import org.jspecify.annotations.NullMarked;
