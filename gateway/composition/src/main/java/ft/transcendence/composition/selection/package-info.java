/** Selections of fields in arguments of directives, such as the fields of a {@code @key}, resolved against the schema of their subgraph. */
@NullMarked
package ft.transcendence.composition.selection;

import org.jspecify.annotations.NullMarked;
