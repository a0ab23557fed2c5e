/** The model of a schema in composition: types with their members, directives and places. Each subgraph is read into one, and merging makes one. */
@NullMarked
package ft.transcendence.composition.schema;

import org.jspecify.annotations.NullMarked;
