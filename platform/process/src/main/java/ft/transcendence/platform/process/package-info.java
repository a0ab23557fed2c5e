/** How the platform's own applications behave as processes, whatever they serve. */
@NullMarked
package ft.transcendence.platform.process;

import org.jspecify.annotations.NullMarked;
