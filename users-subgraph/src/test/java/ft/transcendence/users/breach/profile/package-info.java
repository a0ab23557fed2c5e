/** Breaks the architecture rules on purpose. */
@NullMarked
package ft.transcendence.users.breach.profile;

import org.jspecify.annotations.NullMarked;
