/** PostgreSQL, Kafka and Keycloak as local processes. */
@NullMarked
package ft.transcendence.platform.servers;

import org.jspecify.annotations.NullMarked;
