/**
 * The query planner: from a normalized operation to a query plan. {@link ft.transcendence.federation.planner.QueryPlanner} is the entry
 * point, {@code OperationPlanning} the pipeline. Each step has a package of its own, which uses only those of earlier steps and the limits.
 *
 * <table>
 *   <caption>The steps</caption>
 *   <tr><td>{@code planner.graph}</td><td>1. the query graph of the supergraph</td></tr>
 *   <tr><td>{@code planner.tree}</td><td>2. the query tree of an operation, with all path candidates</td></tr>
 *   <tr><td>{@code planner.path}</td><td>3. the path search</td></tr>
 *   <tr><td>{@code planner.fetch}</td><td>4. the fetch graph and its optimization passes</td></tr>
 *   <tr><td>{@code planner.build}</td><td>5. plan nodes out of the fetch graph</td></tr>
 *   <tr><td>{@code planner.soundness}</td><td>a check of the finished plan, where assertions are enabled</td></tr>
 *   <tr><td>{@code planner.limits}</td><td>what ends planning without a plan</td></tr>
 * </table>
 *
 * <p>The steps and their names are those of other federation planners. Apollo's planner has the same query graph and fetch graph ("fetch
 * dependency graph") and searches "graph paths"; Hive Router has a query tree, path candidates made of moves, and a fetch graph as well.
 */
@NullMarked
package ft.transcendence.federation.planner;

import org.jspecify.annotations.NullMarked;
