/** A small subgraph that uses every part of the starter, and its tests. */
@NullMarked
package ft.transcendence.subgraph.sample;

import org.jspecify.annotations.NullMarked;
