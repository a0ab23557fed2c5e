/** Prepares operations for execution: the stages from a request to a compiled plan, and the cache of their results. */
@NullMarked
package ft.transcendence.federation.preparation;

import org.jspecify.annotations.NullMarked;
