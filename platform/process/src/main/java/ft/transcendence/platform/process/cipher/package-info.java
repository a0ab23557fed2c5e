/** Encryption of stored values. */
@NullMarked
package ft.transcendence.platform.process.cipher;

import org.jspecify.annotations.NullMarked;
