/** Federates subgraphs within one JVM, and asserts what becomes of an operation: the response, the plan, the requests to the subgraphs. */
@NullMarked
package ft.transcendence.testkit;

import org.jspecify.annotations.NullMarked;
