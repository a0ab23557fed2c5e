/**
 * A check of finished plans, on types instead of data. It runs on every plan where Java's assertions are enabled, as they are in all tests.
 *
 * <p>Trino calls such a step "sanity checks"; "soundness" says what is checked: that the plan can be executed and fetches the whole response.
 */
@NullMarked
package ft.transcendence.federation.planner.soundness;

import org.jspecify.annotations.NullMarked;
