/** Step 1: reads SDL into the model, with the places of all elements, and resolves the names that {@code @link} imports. */
@NullMarked
package ft.transcendence.composition.reader;

import org.jspecify.annotations.NullMarked;
