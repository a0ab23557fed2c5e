/** How the caller logged in and how long ago: the proof that changes of an account ask for. */
@NullMarked
package ft.transcendence.users.login;

import org.jspecify.annotations.NullMarked;
