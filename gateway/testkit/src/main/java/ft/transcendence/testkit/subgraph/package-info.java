/** What executes the requests to a subgraph within the JVM. */
@NullMarked
package ft.transcendence.testkit.subgraph;

import org.jspecify.annotations.NullMarked;
