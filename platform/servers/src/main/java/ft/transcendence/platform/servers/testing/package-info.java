/** Real servers for integration tests: one of each per test JVM, started when first asked for. */
@NullMarked
package ft.transcendence.platform.servers.testing;

import org.jspecify.annotations.NullMarked;
