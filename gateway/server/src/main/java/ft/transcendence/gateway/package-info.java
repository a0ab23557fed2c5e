/** The gateway application. */
@NullMarked
package ft.transcendence.gateway;

import org.jspecify.annotations.NullMarked;
