/** The settings every subgraph starts from. */
@NullMarked
package ft.transcendence.subgraph.boot;

import org.jspecify.annotations.NullMarked;
