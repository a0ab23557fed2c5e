/** Which results are hard to believe. Rules look at what is known of a match and its players, and know nothing of the database. */
@NullMarked
package ft.transcendence.matches.doubt;

import org.jspecify.annotations.NullMarked;
