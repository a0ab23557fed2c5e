/** The code of the documentation. {@code DocumentationTests} says how it gets there. */
@NullMarked
package ft.transcendence.testkit.guide;

import org.jspecify.annotations.NullMarked;
