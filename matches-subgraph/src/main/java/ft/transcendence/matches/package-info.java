/** The matches subgraph: matches, ratings and leaderboards. */
@NullMarked
package ft.transcendence.matches;

import org.jspecify.annotations.NullMarked;
