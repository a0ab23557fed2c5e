/** The commands that run the whole platform on one machine: {@code up}, {@code down}, {@code status}, {@code logs}, {@code reset}, {@code token}. */
@NullMarked
package ft.transcendence.platform.launcher;

import org.jspecify.annotations.NullMarked;
