/** Prints schemas as SDL. */
@NullMarked
package ft.transcendence.composition.print;

import org.jspecify.annotations.NullMarked;
