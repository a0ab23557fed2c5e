/** Reads a supergraph SDL of any join specification into the model. */
@NullMarked
package ft.transcendence.federation.supergraph.reader;

import org.jspecify.annotations.NullMarked;
