/**
 * How and when the caller logged in. Sensitive changes to an account require a recent login.
 *
 * <p>The term fresh login is that of the error code FRESH_LOGIN_REQUIRED, which clients know. Elsewhere it is also called
 * step-up authentication.
 */
@NullMarked
package ft.transcendence.users.login;

import org.jspecify.annotations.NullMarked;
