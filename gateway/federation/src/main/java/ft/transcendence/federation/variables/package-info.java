/** The client's variables: checked against their types and turned into the JSON that subgraphs get. */
@NullMarked
package ft.transcendence.federation.variables;

import org.jspecify.annotations.NullMarked;
