/**
 * Relay connections with opaque cursors and limited page sizes. {@code Connection} and {@code Edge} are Relay's terms.
 */
@NullMarked
package ft.transcendence.subgraph.paging;

import org.jspecify.annotations.NullMarked;
