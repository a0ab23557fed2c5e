/** The specifications that supergraphs link, with their definitions. */
@NullMarked
package ft.transcendence.composition.spec;

import org.jspecify.annotations.NullMarked;
