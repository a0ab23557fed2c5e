/** The cache of parsed and validated GraphQL documents. */
@NullMarked
package ft.transcendence.subgraph.document;

import org.jspecify.annotations.NullMarked;
