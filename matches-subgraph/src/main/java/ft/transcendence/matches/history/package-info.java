/** Lists of matches with filters and stable cursors, and the record of two players against each other. */
@NullMarked
package ft.transcendence.matches.history;

import org.jspecify.annotations.NullMarked;
