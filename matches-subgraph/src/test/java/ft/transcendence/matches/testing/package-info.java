/** Shared by all tests: the application with a movable clock, and clients to use it. */
@NullMarked
package ft.transcendence.matches.testing;

import org.jspecify.annotations.NullMarked;
