/** The federation conformance kit run inside one JVM: its suites as dynamic tests, its subgraphs answered from their data files. */
@NullMarked
package ft.transcendence.federation.conformance;

import org.jspecify.annotations.NullMarked;
