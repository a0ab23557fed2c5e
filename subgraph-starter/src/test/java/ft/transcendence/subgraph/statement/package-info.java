@NullMarked
package ft.transcendence.subgraph.statement;

import org.jspecify.annotations.NullMarked;
