/**
 * Step 3: the path search. {@link ft.transcendence.federation.planner.path.PathFinder} selects a path to every leaf of the query tree, so
 * that there are few requests and few of them wait for each other.
 *
 * <p>Names: {@code PathSelection} is what is selected so far, {@code CostModel} what one more path would cost. {@code GreedySearch} is the
 * search for one leaf after the other, which {@code PathFinder} repeats; a single class with both would hide that the result of one search
 * is complete and usable.
 */
@NullMarked
package ft.transcendence.federation.planner.path;

import org.jspecify.annotations.NullMarked;
