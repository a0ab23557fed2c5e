/** Reactor Netty's HTTP client. */
@NullMarked
package ft.transcendence.gateway.client.reactor;

import org.jspecify.annotations.NullMarked;
