/** A stand-in for 42's OAuth server: authorize, token and profile, with the ways the real one can go wrong as students to pick. */
@NullMarked
package ft.transcendence.auth.fortytwo;

import org.jspecify.annotations.NullMarked;
