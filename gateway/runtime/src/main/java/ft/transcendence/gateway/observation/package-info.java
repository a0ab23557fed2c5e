/** What operators see: the access log and metrics. */
@NullMarked
package ft.transcendence.gateway.observation;

import org.jspecify.annotations.NullMarked;
