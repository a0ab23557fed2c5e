/** Tickets, with which players and spectators enter a match on its game server. */
@NullMarked
package ft.transcendence.matches.ticket;

import org.jspecify.annotations.NullMarked;
