/** Refuses settings of subgraphs that there are not. */
@NullMarked
package ft.transcendence.gateway.settings;

import org.jspecify.annotations.NullMarked;
