/** Schema definition language as written: a parser with GraphQL's grammar for schemas (specification, section 3), and the declarations it finds with their places. */
@NullMarked
package ft.transcendence.composition.syntax;

import org.jspecify.annotations.NullMarked;
