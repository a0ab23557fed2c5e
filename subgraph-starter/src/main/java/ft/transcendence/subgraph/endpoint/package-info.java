/** The HTTP endpoint for queries and mutations. */
@NullMarked
package ft.transcendence.subgraph.endpoint;

import org.jspecify.annotations.NullMarked;
