/**
 * The gateway application.
 *
 * <p>Names: a metric and the access log call a {@code GatewayError} a refusal: the tag {@code refusal} and {@code refused=}.
 */
@NullMarked
package ft.transcendence.gateway;

import org.jspecify.annotations.NullMarked;
