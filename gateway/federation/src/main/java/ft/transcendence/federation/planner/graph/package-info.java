/** The query graph: what can be resolved in which subgraph, and how one subgraph is entered from others. */
@NullMarked
package ft.transcendence.federation.planner.graph;

import org.jspecify.annotations.NullMarked;
