@NullMarked
package ft.transcendence.subgraph.tracing;

import org.jspecify.annotations.NullMarked;
