/** The specifications that composition knows by heart: which directives and types each of their versions defines. */
@NullMarked
package ft.transcendence.composition.specification;

import org.jspecify.annotations.NullMarked;
