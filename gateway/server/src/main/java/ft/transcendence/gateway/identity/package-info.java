/** Finds out who sends a request, before the request is read. */
@NullMarked
package ft.transcendence.gateway.identity;

import org.jspecify.annotations.NullMarked;
