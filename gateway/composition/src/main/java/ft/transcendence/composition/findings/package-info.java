/** Collects what the steps of a composition find. */
@NullMarked
package ft.transcendence.composition.findings;

import org.jspecify.annotations.NullMarked;
