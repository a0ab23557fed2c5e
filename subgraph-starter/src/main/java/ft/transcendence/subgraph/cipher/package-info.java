/** Encryption of values in databases. */
@NullMarked
package ft.transcendence.subgraph.cipher;

import org.jspecify.annotations.NullMarked;
