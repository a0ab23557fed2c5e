/** What the tests share: one application with a clock that can be moved, and game servers and players to use it. */
@NullMarked
package ft.transcendence.matches.testing;

import org.jspecify.annotations.NullMarked;
