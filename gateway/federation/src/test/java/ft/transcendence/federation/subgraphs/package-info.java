/** Subgraphs inside the test JVM: a subgraph's SDL made executable, a transport that reaches it and remembers every exchange. */
@NullMarked
package ft.transcendence.federation.subgraphs;

import org.jspecify.annotations.NullMarked;
