/** A fake of 42's OAuth server: authorize, token and profile endpoints. Its students stand for the known failures of the real one. */
@NullMarked
package ft.transcendence.auth.fortytwo;

import org.jspecify.annotations.NullMarked;
