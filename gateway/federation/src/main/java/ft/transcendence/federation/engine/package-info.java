/** The entry point of the library: {@code FederationEngine} is built from a supergraph and a transport, and executes requests. */
@NullMarked
package ft.transcendence.federation.engine;

import org.jspecify.annotations.NullMarked;
