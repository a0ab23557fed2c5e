/** What a subgraph request selects: fields, fragments, arguments, directives and variables. The values print as GraphQL. */
@NullMarked
package ft.transcendence.federation.plan.selection;

import org.jspecify.annotations.NullMarked;
