/** Keycloak, where passwords, second factors and logins live. */
@NullMarked
package ft.transcendence.users.identity;

import org.jspecify.annotations.NullMarked;
