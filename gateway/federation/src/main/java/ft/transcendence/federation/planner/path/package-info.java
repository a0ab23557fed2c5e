/**
 * Step 3: the path search. {@link ft.transcendence.federation.planner.path.PathFinder} selects a path to every leaf of the query tree, so
 * that there are few requests and few of them wait for each other.
 *
 * <h2>The problem</h2>
 *
 * <p>Every leaf must be supplied by one of its path candidates. A candidate needs others: a field move needs its parent, an entity move needs
 * candidates that supply its key and its requirements. What leaves have in common is paid for once. The cheapest selection is the cheapest
 * subgraph of an AND-OR graph (a leaf is supplied by one candidate or another, a candidate needs this and that), in which shared parts count
 * once. Choosing it is NP-hard: set cover is the special case in which every leaf is one entity move away. So the search is a heuristic, and
 * {@code FewestRequestsTests} measures how far it is from the optimum.
 *
 * <h2>The search</h2>
 *
 * <ol>
 *   <li><b>Order.</b> {@link ft.transcendence.federation.planner.path.LeafOrder} puts leaves near the root first, because what they bring into
 *       use is on the paths of deeper leaves; at equal depth, leaves with the fewest subgraphs to choose from, because they leave no choice.
 *   <li><b>Greedy search.</b> {@link ft.transcendence.federation.planner.path.GreedySearch} takes one leaf after the other and tries all its
 *       candidates. Each is brought into use together with everything it needs, and undone again; the one that added the least cost is replayed.
 *       Keys and requirements are leaves that are searched in the same way, recursively. A branch ends as soon as it costs as much as the
 *       best one so far (branch and bound). If no path is left for a leaf, because an earlier one took what it cannot do without, that leaf goes first
 *       and the search starts again.
 *   <li><b>Improvement.</b> {@link ft.transcendence.federation.planner.path.PathFinder} forbids one request of the selection at a time and
 *       searches again, as long as that finds a cheaper selection (local search). This corrects what a greedy choice could not know: that a
 *       later leaf needs a subgraph which could have resolved an earlier one too.
 * </ol>
 *
 * <p>{@link ft.transcendence.federation.planner.path.CostModel} makes a request cost far more than a field; an entity move that will probably
 * be merged or batched with another one costs a small part of a request; a move that waits for others costs a little more for each of them; and
 * of equal paths the one whose response arrives first wins.
 *
 * <p>The selection has no cycles. While the inputs of an entity move are searched, the move is in progress, and candidates that depend on it
 * cannot be used; afterwards it takes further inputs only from candidates that do not depend on it.
 *
 * <p>The search ends although a key may lead to another object of its own type, which can be entered by that key too, and so on: a move that
 * repeats one in progress further up is not tried.
 *
 * <h2>An example</h2>
 *
 * <p>{@code products} has the root field {@code bestseller} and the name and weight of a product; {@code inventory} has {@code inStock}, and
 * {@code shipping}, which requires {@code weight}. Both are entered by {@code upc}. The operation is
 * {@code { bestseller { name inStock shipping } }}.
 *
 * <ol>
 *   <li>The query tree has a root move to {@code products} (c1), and at the node of {@code bestseller} a field move after it (c2), an entity
 *       move to {@code inventory} (c3) and one to {@code products} (c4). {@code shipping} has a candidate of its own, an entity move to
 *       {@code inventory} that also sends {@code weight} (c5).
 *   <li>{@code name} can take c2 or c4. Every path to the node starts with c2, so that is brought into use first, together with c1: one
 *       request. With c2, {@code name} is just one more field; c4 would add a request.
 *   <li>{@code inStock} can only take c3. Its key {@code upc} is one more leaf, which c2 supplies. This is the second request, and it waits for
 *       the first.
 *   <li>{@code shipping} can only take c5. Its input {@code weight} is one more leaf, which c2 supplies. The move leads from the same node to the
 *       same subgraph as c3, so it costs a small part of a request: {@code MergeSiblingFetches} will make one fetch of both.
 *   <li>There is nothing to improve: without c1, c3 or c5, some leaf could not be reached.
 * </ol>
 *
 * <p>{@code PlanExplanationTests} prints this selection. {@code ./transcend plan FILE --step tree} and {@code --step paths} do so for any operation.
 *
 * <h2>Sources</h2>
 *
 * <ul>
 *   <li>Apollo's query planner grows paths through the query graph, keeps several options for each leaf, and compares the plans of their
 *       combinations up to a limit: {@code apollo-federation/src/query_plan} in the Apollo Router repository.
 *   <li>Hive Router finds direct and indirect paths to each leaf and merges the cheapest into a query tree: {@code query-planner} in the Hive
 *       Router repository.
 *   <li>Greedy choice followed by local search is the usual heuristic for set cover and Steiner trees: Vazirani, <i>Approximation
 *       Algorithms</i>, chapters 2 and 3. The search of AND-OR graphs: Nilsson, <i>Principles of Artificial Intelligence</i>, chapter 3.
 * </ul>
 *
 * <h2>Names</h2>
 *
 * <p>{@code PathSelection} is what is selected so far, {@code CostModel} what one more path would cost. {@code GreedySearch} is the search for
 * one leaf after the other, which {@code PathFinder} repeats; a single class with both would hide that the result of one search is complete
 * and usable. {@code EntityInputSupply} is what Apollo calls condition resolution: it finds the keys and requirements of entity moves.
 */
@NullMarked
package ft.transcendence.federation.planner.path;

import org.jspecify.annotations.NullMarked;
