/** Breaks the architecture rules on purpose. */
@NullMarked
package ft.transcendence.matches.breach.rating;

import org.jspecify.annotations.NullMarked;
