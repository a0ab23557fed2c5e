/** The platform's command line. */
@NullMarked
package ft.transcendence.platform.launcher;

import org.jspecify.annotations.NullMarked;
