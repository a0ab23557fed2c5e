/** The interface between the gateway and extensions of it. */
@NullMarked
package ft.transcendence.extension;

import org.jspecify.annotations.NullMarked;
