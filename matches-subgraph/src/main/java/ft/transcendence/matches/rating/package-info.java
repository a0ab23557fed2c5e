/** Glicko-2 ratings, the ledger of all rating changes, and its replay. */
@NullMarked
package ft.transcendence.matches.rating;

import org.jspecify.annotations.NullMarked;
