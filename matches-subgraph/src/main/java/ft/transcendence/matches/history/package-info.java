/** Finding matches: filters, stable cursors, and what two players did against each other. */
@NullMarked
package ft.transcendence.matches.history;

import org.jspecify.annotations.NullMarked;
