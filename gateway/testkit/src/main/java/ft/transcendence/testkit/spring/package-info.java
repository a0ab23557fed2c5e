/** Subgraphs that are written with Spring for GraphQL. */
@NullMarked
package ft.transcendence.testkit.spring;

import org.jspecify.annotations.NullMarked;
