/**
 * A lean HTTP/1.1 client for POST requests with short bodies: Netty's decoder, own connections for each event loop, no thread switch and
 * no timer for a single request.
 */
@NullMarked
package ft.transcendence.gateway.client;

import org.jspecify.annotations.NullMarked;
