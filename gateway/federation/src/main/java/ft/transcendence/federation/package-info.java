/**
 * The API: requests and responses, limits and settings, and the interfaces that a host implements. It depends on nothing else of the engine.
 *
 * <p>With {@code FederationEngine} in the package {@code engine} this is all that users of the library need; every other package is internal.
 * {@code ArchitectureTests} keeps the internal packages out of it, {@code PublicApiTests} lists it.
 *
 * <p>A {@code Caller} is who sent a request, here and in the gateway. Apollo Router calls the same three values (authenticated, scopes, policies)
 * authorization metadata; ours is shorter, and {@code RequestContext.caller()} reads as what it is.
 */
@NullMarked
package ft.transcendence.federation;

import org.jspecify.annotations.NullMarked;
