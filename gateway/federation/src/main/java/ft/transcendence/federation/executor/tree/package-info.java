/** The merged data of all subgraph responses of one execution, in slots, and paths through it. */
@NullMarked
package ft.transcendence.federation.executor.tree;

import org.jspecify.annotations.NullMarked;
