/** Merges subgraph responses: data goes into the merged tree, errors into the client's response. */
@NullMarked
package ft.transcendence.federation.executor.response;

import org.jspecify.annotations.NullMarked;
