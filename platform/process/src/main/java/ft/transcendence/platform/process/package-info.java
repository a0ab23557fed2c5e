/** Process-level behavior that all of the platform's applications share. */
@NullMarked
package ft.transcendence.platform.process;

import org.jspecify.annotations.NullMarked;
