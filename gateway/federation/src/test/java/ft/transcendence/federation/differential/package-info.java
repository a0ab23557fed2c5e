/** Random supergraphs, data and operations: the engine must answer what one GraphQL server over the merged data answers. */
@NullMarked
package ft.transcendence.federation.differential;

import org.jspecify.annotations.NullMarked;
