/** Calls the extensions of the gateway. */
@NullMarked
package ft.transcendence.gateway.extensions;

import org.jspecify.annotations.NullMarked;
