/** Files that may change while the gateway runs. */
@NullMarked
package ft.transcendence.gateway.file;

import org.jspecify.annotations.NullMarked;
