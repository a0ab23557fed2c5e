/**
 * A rehearsal of the gateway's work, with which the JVM's class cache is trained: subgraphs with made-up data, and a client. It is a
 * program of its own; the gateway does not use it.
 */
@NullMarked
package ft.transcendence.gateway.rehearsal;

import org.jspecify.annotations.NullMarked;
