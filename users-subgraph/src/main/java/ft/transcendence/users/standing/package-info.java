/** Wins, losses and total score, kept from the events of completed matches. */
@NullMarked
package ft.transcendence.users.standing;

import org.jspecify.annotations.NullMarked;
