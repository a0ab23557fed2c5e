/** Step 4: merges the schemas of all subgraphs into the supergraph. */
@NullMarked
package ft.transcendence.composition.merge;

import org.jspecify.annotations.NullMarked;
