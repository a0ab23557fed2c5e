/** Completes the merged tree as the GraphQL specification says and writes the client's response. */
@NullMarked
package ft.transcendence.federation.executor.projection;

import org.jspecify.annotations.NullMarked;
