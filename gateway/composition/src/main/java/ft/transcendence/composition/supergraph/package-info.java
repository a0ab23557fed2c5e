/** The specifications that supergraphs link, with their definitions. */
@NullMarked
package ft.transcendence.composition.supergraph;

import org.jspecify.annotations.NullMarked;
