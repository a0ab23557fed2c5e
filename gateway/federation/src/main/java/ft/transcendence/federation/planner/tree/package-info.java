/**
 * Step 2: the query tree of one operation. A {@link ft.transcendence.federation.planner.tree.QueryTreeNode} holds the objects at one
 * position of the response, a {@link ft.transcendence.federation.planner.tree.QueryTreeField} leads from one node to the next, and a
 * {@link ft.transcendence.federation.planner.tree.PathCandidate} is one way to reach a node's objects.
 *
 * <p>The tree offers all candidates at once, and the search in {@code planner.path} chooses among them. Apollo and Hive Router grow paths
 * from the root, leaf by leaf, and merge the best ones into a tree afterwards. A tree first makes alternatives cheap to share: a move is
 * one object however many leaves lie behind it, so whether two leaves share a fetch is a comparison of references.
 *
 * <p>Names: {@code RootMove}, {@code FieldMove} and {@code EntityMove} are the last move of a candidate. Entering a root type below the root
 * is an entity move with an empty key, not a root move; Apollo calls it "root type resolution". {@code DirectMove} follows Apollo's "direct"
 * and "indirect" paths. Keys and requirements are called inputs once they belong to a move.
 */
@NullMarked
package ft.transcendence.federation.planner.tree;

import org.jspecify.annotations.NullMarked;
