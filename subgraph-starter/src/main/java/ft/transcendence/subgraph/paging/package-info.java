/** Relay connections: opaque cursors and capped pages. */
@NullMarked
package ft.transcendence.subgraph.paging;

import org.jspecify.annotations.NullMarked;
