/** JSON at the level of bytes: a strict scanner that copies nothing and a writer into one growing buffer. */
@NullMarked
package ft.transcendence.federation.json;

import org.jspecify.annotations.NullMarked;
