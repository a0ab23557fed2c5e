/** Delivers the deferred parts of a response: which objects have them, which are fetched, and how they are written. */
@NullMarked
package ft.transcendence.federation.executor.incremental;

import org.jspecify.annotations.NullMarked;
