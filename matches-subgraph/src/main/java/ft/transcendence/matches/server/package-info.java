/** Game servers: which exist, which are alive, and which matches they host. */
@NullMarked
package ft.transcendence.matches.server;

import org.jspecify.annotations.NullMarked;
