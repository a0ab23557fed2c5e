/** Step 2: the upgrade of Federation 1 schemas. */
@NullMarked
package ft.transcendence.composition.upgrade;

import org.jspecify.annotations.NullMarked;
