/**
 * Executes compiled plans: sends the fetches, merges the responses, writes the result.
 *
 * <p>{@code compiler} prepares a plan once as {@code step}s; for each execution {@code request} writes the subgraph requests, {@code
 * response} decodes the subgraph responses into the {@code tree}, and {@code projection} writes the client's response from it. This package
 * runs them in order.
 *
 * <p>Names: a <em>subgraph response</em> is what a subgraph sends, the <em>response</em> without more is the client's. A plan has nodes
 * ({@code FetchNode}) and a compiled plan has steps ({@code RootFetchStep}), so that the two can be told apart. {@code MergedTree}, {@code Shape} and
 * {@code TypeNumbers} have no counterpart in Apollo Router or Hive Router, which merge JSON objects: here data is merged in slots.
 */
@NullMarked
package ft.transcendence.federation.executor;

import org.jspecify.annotations.NullMarked;
