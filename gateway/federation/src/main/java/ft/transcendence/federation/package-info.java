/**
 * The API: requests and responses, limits and settings, and the interfaces that a host implements. It depends on nothing else of the engine.
 *
 * <p>With {@code FederationEngine} in the package {@code engine} this is all that users of the library need; every other package is internal.
 * {@code ArchitectureTests} keeps the internal packages out of it, {@code PublicApiTests} lists it.
 */
@NullMarked
package ft.transcendence.federation;

import org.jspecify.annotations.NullMarked;
