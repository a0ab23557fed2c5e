/** Glicko-2 ratings: how they change, the ledger of every change, and its replay. */
@NullMarked
package ft.transcendence.matches.rating;

import org.jspecify.annotations.NullMarked;
