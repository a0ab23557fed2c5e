/** The tests of the Keycloak realm, and the fake 42 server. */
@NullMarked
package ft.transcendence.auth;

import org.jspecify.annotations.NullMarked;
