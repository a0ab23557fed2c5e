/** Default settings for all subgraphs, and the check for unknown ones. */
@NullMarked
package ft.transcendence.subgraph.boot;

import org.jspecify.annotations.NullMarked;
