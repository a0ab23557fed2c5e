/** The rules of GraphQL itself for schemas, one class for each, as far as the reference composer keeps them. */
@NullMarked
package ft.transcendence.composition.validity;

import org.jspecify.annotations.NullMarked;
