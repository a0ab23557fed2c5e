/** The best players by certain rating, ranked in the database. */
@NullMarked
package ft.transcendence.matches.leaderboard;

import org.jspecify.annotations.NullMarked;
