/** The house rules for subgraph schemas. They can be turned off. */
@NullMarked
package ft.transcendence.schemacheck.rules;

import org.jspecify.annotations.NullMarked;
