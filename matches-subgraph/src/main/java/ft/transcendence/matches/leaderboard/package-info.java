/** The leaderboard: players with a certain rating, ranked by the database. */
@NullMarked
package ft.transcendence.matches.leaderboard;

import org.jspecify.annotations.NullMarked;
