/** The way in: composes subgraphs step by step. */
@NullMarked
package ft.transcendence.composition.composer;

import org.jspecify.annotations.NullMarked;
