/**
 * Login of browsers: the gateway keeps a player's tokens in the session and forwards them, so that no page ever holds one.
 *
 * <p>Names: a login is <i>pending</i> while the browser is at the identity provider. A <i>fresh login</i>, which OpenID Connect calls
 * reauthentication, keeps the name of the error that asks for it, {@code FRESH_LOGIN_REQUIRED}.
 */
@NullMarked
package ft.transcendence.gateway.login;

import org.jspecify.annotations.NullMarked;
