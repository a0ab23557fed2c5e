/** The GraphiQL explorer with the query plan beside the response. */
@NullMarked
package ft.transcendence.gateway.explorer;

import org.jspecify.annotations.NullMarked;
