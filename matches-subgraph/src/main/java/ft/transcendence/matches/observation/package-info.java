/**
 * The time in which game servers could have reached this service. Their silence is measured in it, so that nobody's match ends because
 * of a restart or an outage of ours.
 */
@NullMarked
package ft.transcendence.matches.observation;

import org.jspecify.annotations.NullMarked;
