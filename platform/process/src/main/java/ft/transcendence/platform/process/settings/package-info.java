/**
 * The defaults of libraries, and a check that rejects unknown settings and values that are not allowed, all of them at once, so that a mistyped
 * one does not silently keep its default.
 */
@NullMarked
package ft.transcendence.platform.process.settings;

import org.jspecify.annotations.NullMarked;
