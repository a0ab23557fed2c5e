/** JSON as bytes: a strict reader that copies nothing, and a writer into one growing buffer. */
@NullMarked
package ft.transcendence.federation.json;

import org.jspecify.annotations.NullMarked;
