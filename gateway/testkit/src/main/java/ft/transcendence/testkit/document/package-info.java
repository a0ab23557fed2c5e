/** Documents in GraphQL's own language. */
@NullMarked
package ft.transcendence.testkit.document;

import org.jspecify.annotations.NullMarked;
