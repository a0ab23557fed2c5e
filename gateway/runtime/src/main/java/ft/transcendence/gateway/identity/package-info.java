/**
 * Finds out who sent a request, before its body is read.
 *
 * <p>Names: the <i>caller</i> is the sender of a request. A {@code CallerIdentity} is what the gateway verified about it, of which the
 * engine gets the part that authorization needs. A session is <i>revoked</i> when the identity provider ended it.
 */
@NullMarked
package ft.transcendence.gateway.identity;

import org.jspecify.annotations.NullMarked;
