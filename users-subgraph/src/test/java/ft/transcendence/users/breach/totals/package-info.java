/** Breaks the architecture rules on purpose. */
@NullMarked
package ft.transcendence.users.breach.totals;

import org.jspecify.annotations.NullMarked;
