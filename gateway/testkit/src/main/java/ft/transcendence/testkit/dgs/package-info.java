/** Subgraphs that are written with Netflix DGS. */
@NullMarked
package ft.transcendence.testkit.dgs;

import org.jspecify.annotations.NullMarked;
