/** Parses, limits and validates GraphQL documents. */
@NullMarked
package ft.transcendence.federation.document;

import org.jspecify.annotations.NullMarked;
