/**
 * Step 4: the fetch graph. Each move into a subgraph becomes a fetch, and optimization passes rewrite the graph:
 * {@link ft.transcendence.federation.planner.fetch.FetchPasses} lists them in order.
 *
 * <p>Names: "merge" makes one set of representations out of siblings, "batch" puts several sets into one request. Hive Router has the same
 * two optimizations; its multi-type batching is the case of batching in which the sets have different types.
 */
@NullMarked
package ft.transcendence.federation.planner.fetch;

import org.jspecify.annotations.NullMarked;
