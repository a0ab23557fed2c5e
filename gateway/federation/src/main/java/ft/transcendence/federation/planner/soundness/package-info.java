/** Checks finished plans on types instead of data; runs on every plan where Java's assertions are on, that is in all tests. */
@NullMarked
package ft.transcendence.federation.planner.soundness;

import org.jspecify.annotations.NullMarked;
