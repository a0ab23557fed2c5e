/**
 * The query plan: immutable records that say what is fetched from which subgraph, in which order, and where each response goes. A plan depends
 * on neither the planner nor the executor.
 *
 * <p>Names: {@code FetchNode}, {@code SequenceNode}, {@code ParallelNode} and {@code SubscriptionNode} are those of Apollo's query plans. There
 * is no {@code FlattenNode}: the path belongs to the group of an {@code EntityFetchNode}, because one fetch may serve several paths. The
 * printed plan shows {@code Flatten} nevertheless, as readers of plans expect it. There is no condition node either: conditions are resolved
 * before planning.
 */
@NullMarked
package ft.transcendence.federation.plan;

import org.jspecify.annotations.NullMarked;
