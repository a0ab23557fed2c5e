/** GraphQL over HTTP, answered on Reactor Netty in front of Spring's filter chain. */
@NullMarked
package ft.transcendence.gateway.http;

import org.jspecify.annotations.NullMarked;
