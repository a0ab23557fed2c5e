/** What SQL statements of all subgraphs have in common. */
@NullMarked
package ft.transcendence.subgraph.statement;

import org.jspecify.annotations.NullMarked;
