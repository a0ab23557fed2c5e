/** Chaos tests: stop, pause and kill the processes that events pass through, and verify that every event takes effect once. */
@NullMarked
package ft.transcendence.platform.chaos;

import org.jspecify.annotations.NullMarked;
