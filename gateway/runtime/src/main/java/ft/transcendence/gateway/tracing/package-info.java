/** Traces of operations, sent by OTLP. Off unless there is somewhere to send them to. */
@NullMarked
package ft.transcendence.gateway.tracing;

import org.jspecify.annotations.NullMarked;
