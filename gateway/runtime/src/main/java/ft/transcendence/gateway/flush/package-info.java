/** When connections send what was written to them: those of one event loop together. */
@NullMarked
package ft.transcendence.gateway.flush;

import org.jspecify.annotations.NullMarked;
