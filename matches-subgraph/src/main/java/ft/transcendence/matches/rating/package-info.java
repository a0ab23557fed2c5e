/**
 * Glicko-2 ratings, the ledger of all rating changes, and its replay.
 *
 * <p>Deviation and volatility are Glicko-2's terms. The ledger is append-only, like that of an accountant: a voided match
 * adds a refund instead of removing its changes.
 */
@NullMarked
package ft.transcendence.matches.rating;

import org.jspecify.annotations.NullMarked;
