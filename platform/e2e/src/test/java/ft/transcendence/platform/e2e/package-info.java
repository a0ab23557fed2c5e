/** End-to-end tests: user journeys through the endpoint, with the whole platform running as it does for users. */
@NullMarked
package ft.transcendence.platform.e2e;

import org.jspecify.annotations.NullMarked;
