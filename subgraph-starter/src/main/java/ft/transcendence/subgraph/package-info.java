/** What every subgraph needs alike. */
@NullMarked
package ft.transcendence.subgraph;

import org.jspecify.annotations.NullMarked;
