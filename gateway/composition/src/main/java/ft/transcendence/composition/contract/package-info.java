/** Contracts: variants of a supergraph that show some clients a part of the API, chosen by {@code @tag}. */
@NullMarked
package ft.transcendence.composition.contract;

import org.jspecify.annotations.NullMarked;
