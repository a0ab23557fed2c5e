/** The foundation of all subgraphs, as Spring Boot auto-configurations. */
@NullMarked
package ft.transcendence.subgraph;

import org.jspecify.annotations.NullMarked;
