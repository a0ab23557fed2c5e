/** Subgraphs inside the test JVM: executable SDL, and a transport that calls it and records every exchange. */
@NullMarked
package ft.transcendence.federation.subgraphs;

import org.jspecify.annotations.NullMarked;
