/** The match: its lifecycle, its rules, and what game servers and players may do to it. */
@NullMarked
package ft.transcendence.matches.match;

import org.jspecify.annotations.NullMarked;
