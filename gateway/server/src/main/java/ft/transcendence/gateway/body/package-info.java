/** Gathers the bodies of requests and answers, within limits. */
@NullMarked
package ft.transcendence.gateway.body;

import org.jspecify.annotations.NullMarked;
