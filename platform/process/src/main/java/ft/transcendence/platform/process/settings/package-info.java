/** Rejects unknown settings, so that a mistyped one does not silently keep its default. */
@NullMarked
package ft.transcendence.platform.process.settings;

import org.jspecify.annotations.NullMarked;
