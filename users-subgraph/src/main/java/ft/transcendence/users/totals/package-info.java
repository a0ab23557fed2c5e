/** Wins, losses and total score, kept from the events of matches completed and voided. */
@NullMarked
package ft.transcendence.users.totals;

import org.jspecify.annotations.NullMarked;
