/** The caller's own account: login details, password and deletion. */
@NullMarked
package ft.transcendence.users.account;

import org.jspecify.annotations.NullMarked;
