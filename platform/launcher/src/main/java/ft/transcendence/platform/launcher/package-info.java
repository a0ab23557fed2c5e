/** The commands that run the whole platform on one machine: {@code up}, {@code down}, {@code status}, {@code restart}, {@code logs}, {@code reset} and {@code token}. */
@NullMarked
package ft.transcendence.platform.launcher;

import org.jspecify.annotations.NullMarked;
