/** Puts the packages together, for an application to import. */
@NullMarked
package ft.transcendence.gateway.runtime;

import org.jspecify.annotations.NullMarked;
