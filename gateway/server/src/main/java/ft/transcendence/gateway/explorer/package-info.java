/** The GraphiQL explorer with the query plan beside the response, and the route to the site's pages. */
@NullMarked
package ft.transcendence.gateway.explorer;

import org.jspecify.annotations.NullMarked;
