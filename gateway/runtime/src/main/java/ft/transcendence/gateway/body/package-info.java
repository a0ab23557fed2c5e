/** Collects the bodies of requests and responses, up to a limit. */
@NullMarked
package ft.transcendence.gateway.body;

import org.jspecify.annotations.NullMarked;
