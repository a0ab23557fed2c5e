/** Parses GraphQL documents of our own. */
@NullMarked
package ft.transcendence.schemacheck.sdl;

import org.jspecify.annotations.NullMarked;
