/**
 * Step 1, once per supergraph: the query graph. It says which subgraph can resolve which field, and how each subgraph is entered from the
 * others.
 *
 * <p>Names: the graph has nodes and edges ({@code FieldEdge}, {@code KeyEdge}), and paths are made of moves. Hive Router calls both
 * {@code FieldMove} and {@code EntityMove}. Here one name means one thing: an edge says what is possible, a move in
 * {@code planner.tree.PathCandidate} is an edge at one position of one operation. Apollo calls the edges "field collection" and "key
 * resolution".
 */
@NullMarked
package ft.transcendence.federation.planner.graph;

import org.jspecify.annotations.NullMarked;
