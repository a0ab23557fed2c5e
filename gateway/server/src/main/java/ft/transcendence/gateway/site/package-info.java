/** The route to the site's pages. */
@NullMarked
package ft.transcendence.gateway.site;

import org.jspecify.annotations.NullMarked;
