/**
 * The gateway's own HTTP/1.1 client: Netty's decoder, separate connections for each event loop, no thread switch and no timer per
 * request.
 */
@NullMarked
package ft.transcendence.gateway.client.eventloop;

import org.jspecify.annotations.NullMarked;
