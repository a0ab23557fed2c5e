/** Records what happens in each operation, and tells those who log, measure or trace it. */
@NullMarked
package ft.transcendence.gateway.operation;

import org.jspecify.annotations.NullMarked;
