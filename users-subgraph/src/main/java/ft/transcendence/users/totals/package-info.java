/** Players' wins, losses and total score, updated from the events of completed and voided matches. */
@NullMarked
package ft.transcendence.users.totals;

import org.jspecify.annotations.NullMarked;
