/** Makes the spans of an application, and sends them by OTLP. */
@NullMarked
package ft.transcendence.platform.tracing;

import org.jspecify.annotations.NullMarked;
