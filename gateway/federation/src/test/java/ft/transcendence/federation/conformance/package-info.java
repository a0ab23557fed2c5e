/**
 * Runs the suites of the federation conformance kit inside one JVM, on the engine without HTTP.
 *
 * <p>The kit's own runner, {@code gateway/conformance}, tests a whole gateway as a black box and needs Node. Here each case is a test that a
 * debugger can stop in, and all of them take seconds. Both share the suites, their data and the ratchet.
 */
@NullMarked
package ft.transcendence.federation.conformance;

import org.jspecify.annotations.NullMarked;
