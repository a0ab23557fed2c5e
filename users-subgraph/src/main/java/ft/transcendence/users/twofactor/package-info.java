/** Two-factor authentication: set up here, stored and enforced by Keycloak. */
@NullMarked
package ft.transcendence.users.twofactor;

import org.jspecify.annotations.NullMarked;
