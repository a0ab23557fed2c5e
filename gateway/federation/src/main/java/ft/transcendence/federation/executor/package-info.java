/**
 * Executes compiled plans: sends the fetches, merges the responses, writes the result.
 *
 * <p>{@code compiler} prepares a plan once as {@code step}s; for each execution {@code request} writes what subgraphs are asked,
 * {@code response} decodes what they send into the {@code tree}, and {@code projection} writes the client's response from it. This package
 * runs them in order.
 */
@NullMarked
package ft.transcendence.federation.executor;

import org.jspecify.annotations.NullMarked;
