/** The steps of a compiled plan: what each fetch sends, for which objects, and where its response goes. */
@NullMarked
package ft.transcendence.federation.executor.step;

import org.jspecify.annotations.NullMarked;
