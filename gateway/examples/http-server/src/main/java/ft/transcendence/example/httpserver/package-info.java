/** The federation engine in the JDK's own HTTP server, with its HTTP client for subgraphs. */
@NullMarked
package ft.transcendence.example.httpserver;

import org.jspecify.annotations.NullMarked;
