/** Breaks the architecture rules on purpose. */
@NullMarked
package ft.transcendence.users.breach.identity;

import org.jspecify.annotations.NullMarked;
