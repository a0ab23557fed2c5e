/** An example of an extension. */
@NullMarked
package ft.transcendence.example;

import org.jspecify.annotations.NullMarked;
