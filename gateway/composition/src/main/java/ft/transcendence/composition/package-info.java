/** Composes subgraph schemas into a supergraph: {@link ft.transcendence.composition.composer.Composer} is the way in. */
@NullMarked
package ft.transcendence.composition;

import org.jspecify.annotations.NullMarked;
