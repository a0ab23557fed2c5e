/** Publishes the keys of tickets, with which players enter a game server. */
@NullMarked
package ft.transcendence.gateway.ticket;

import org.jspecify.annotations.NullMarked;
