/** GraphiQL with the query plan beside the answer, and where the root path leads. */
@NullMarked
package ft.transcendence.gateway.explorer;

import org.jspecify.annotations.NullMarked;
