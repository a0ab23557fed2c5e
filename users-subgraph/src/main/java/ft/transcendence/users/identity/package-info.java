/** The client for Keycloak, which stores passwords and second factors and handles logins. */
@NullMarked
package ft.transcendence.users.identity;

import org.jspecify.annotations.NullMarked;
