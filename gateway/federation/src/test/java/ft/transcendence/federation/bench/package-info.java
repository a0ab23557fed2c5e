/** Measures a running gateway over the shop's subgraphs: {@code ./transcend bench}. */
@NullMarked
package ft.transcendence.federation.bench;

import org.jspecify.annotations.NullMarked;
