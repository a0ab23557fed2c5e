/** The caller's own account: how they are logged in, their password, and its end. */
@NullMarked
package ft.transcendence.users.account;

import org.jspecify.annotations.NullMarked;
