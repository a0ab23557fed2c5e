/** Random supergraphs, data and operations: the engine's response must equal that of one GraphQL server over the merged data. */
@NullMarked
package ft.transcendence.federation.differential;

import org.jspecify.annotations.NullMarked;
