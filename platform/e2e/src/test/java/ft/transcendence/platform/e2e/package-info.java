/** Journeys through the one endpoint, with every part of the platform running as it does for people. */
@NullMarked
package ft.transcendence.platform.e2e;

import org.jspecify.annotations.NullMarked;
