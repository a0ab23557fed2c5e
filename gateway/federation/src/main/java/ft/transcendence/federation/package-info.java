/** The federation engine's way in: a supergraph and an operation in, one response out. */
@NullMarked
package ft.transcendence.federation;

import org.jspecify.annotations.NullMarked;
