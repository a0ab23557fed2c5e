/**
 * An HTTP client for POST requests with short bodies: an interface with two implementations. What both have in common is in the
 * contract test that each of them passes.
 */
@NullMarked
package ft.transcendence.gateway.client;

import org.jspecify.annotations.NullMarked;
