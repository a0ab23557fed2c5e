/** Step 3: the rules that a subgraph's schema must keep by itself, one class for each. */
@NullMarked
package ft.transcendence.composition.validation;

import org.jspecify.annotations.NullMarked;
