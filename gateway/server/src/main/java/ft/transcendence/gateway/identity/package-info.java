/** Finds out who sent a request, before its body is read. */
@NullMarked
package ft.transcendence.gateway.identity;

import org.jspecify.annotations.NullMarked;
