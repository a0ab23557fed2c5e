/** GraphQL documents of our own, and the coordinates of what they define. */
@NullMarked
package ft.transcendence.schemacheck.sdl;

import org.jspecify.annotations.NullMarked;
