/** Digests of texts. */
@NullMarked
package ft.transcendence.gateway.digest;

import org.jspecify.annotations.NullMarked;
