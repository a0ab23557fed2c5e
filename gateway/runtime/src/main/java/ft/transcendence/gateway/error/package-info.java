/** The errors of the gateway itself: their codes, and the pages and bodies that carry them to clients. */
@NullMarked
package ft.transcendence.gateway.error;

import org.jspecify.annotations.NullMarked;
