/** Runs PostgreSQL, Kafka, Keycloak and Java programs as local processes that never outlive the process that started them. */
@NullMarked
package ft.transcendence.platform.servers;

import org.jspecify.annotations.NullMarked;
