/** A subgraph, and what the directives of its schema say of its fields together: which ones it resolves, shares and uses. */
@NullMarked
package ft.transcendence.composition.subgraph;

import org.jspecify.annotations.NullMarked;
