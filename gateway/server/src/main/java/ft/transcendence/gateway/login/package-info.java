/** Browser login: the gateway keeps a player's tokens in the session and sends them on, so that no page ever holds one. */
@NullMarked
package ft.transcendence.gateway.login;

import org.jspecify.annotations.NullMarked;
