/**
 * The gateway application.
 *
 * <p>Some names of its outside are older than the code's and stay, since operators use them: the settings {@code request-room} (in the
 * code {@code RequestMemory}) and {@code max-answer-size}, the metric's tag {@code refusal} and the access log's {@code refused=}
 * (both a {@code GatewayError}).
 */
@NullMarked
package ft.transcendence.gateway;

import org.jspecify.annotations.NullMarked;
