/** A shop of four subgraphs, the subject of the benchmarks. */
@NullMarked
package ft.transcendence.federation.shop;

import org.jspecify.annotations.NullMarked;
