/** How and when the caller logged in. Sensitive changes to an account require a recent login. */
@NullMarked
package ft.transcendence.users.login;

import org.jspecify.annotations.NullMarked;
