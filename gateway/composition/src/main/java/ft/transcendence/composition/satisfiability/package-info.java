/** Step 7: whether every operation that the API schema allows can be planned. Walks the query graph that the engine plans on. */
@NullMarked
package ft.transcendence.composition.satisfiability;

import org.jspecify.annotations.NullMarked;
