/** The gateway in an application of another team: auto-configuration and default settings. */
@NullMarked
package ft.transcendence.gateway.starter;

import org.jspecify.annotations.NullMarked;
