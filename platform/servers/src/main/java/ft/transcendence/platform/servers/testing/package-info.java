/** Real servers for integration tests: one of each per test JVM, started on first use. */
@NullMarked
package ft.transcendence.platform.servers.testing;

import org.jspecify.annotations.NullMarked;
