/** What somebody sees whose request did not succeed and is no GraphQL operation: a plain page, or JSON for a program. */
@NullMarked
package ft.transcendence.gateway.page;

import org.jspecify.annotations.NullMarked;
