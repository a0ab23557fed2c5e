/** Tests that stop, starve and kill the processes that events pass through, and count what arrives. */
@NullMarked
package ft.transcendence.platform.chaos;

import org.jspecify.annotations.NullMarked;
