/** Two-factor authentication: turned on and off here, kept and enforced by Keycloak. */
@NullMarked
package ft.transcendence.users.twofactor;

import org.jspecify.annotations.NullMarked;
