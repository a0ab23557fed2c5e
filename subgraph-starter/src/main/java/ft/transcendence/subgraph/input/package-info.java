/** What no argument of any field may contain, refused before a field's code sees it. */
@NullMarked
package ft.transcendence.subgraph.input;

import org.jspecify.annotations.NullMarked;
