/** The federation engine in a Spring WebFlux application, with Spring's HTTP client for subgraphs. */
@NullMarked
package ft.transcendence.example.spring;

import org.jspecify.annotations.NullMarked;
