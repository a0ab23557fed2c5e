/** Variables: coerces the client's values to their types and to the JSON that subgraphs get, and replaces literals by variables. */
@NullMarked
package ft.transcendence.federation.variables;

import org.jspecify.annotations.NullMarked;
