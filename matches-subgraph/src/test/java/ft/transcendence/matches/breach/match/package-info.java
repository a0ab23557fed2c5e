/** Breaks the architecture rules on purpose. */
@NullMarked
package ft.transcendence.matches.breach.match;

import org.jspecify.annotations.NullMarked;
