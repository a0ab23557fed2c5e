/** Login of browsers: the gateway keeps a player's tokens in the session and forwards them, so that no page ever holds one. */
@NullMarked
package ft.transcendence.gateway.login;

import org.jspecify.annotations.NullMarked;
