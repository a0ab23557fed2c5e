/** A shop of four subgraphs: the yardstick for speed. */
@NullMarked
package ft.transcendence.federation.shop;

import org.jspecify.annotations.NullMarked;
