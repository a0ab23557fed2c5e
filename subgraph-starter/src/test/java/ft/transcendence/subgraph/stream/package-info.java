/** What may be followed at once. */
@NullMarked
package ft.transcendence.subgraph.stream;

import org.jspecify.annotations.NullMarked;
