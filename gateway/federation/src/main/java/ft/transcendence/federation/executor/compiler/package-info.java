/** Compiles a query plan into what its executions need: the steps, the shapes, the request texts. */
@NullMarked
package ft.transcendence.federation.executor.compiler;

import org.jspecify.annotations.NullMarked;
