/** The recorded operations of clients. */
@NullMarked
package ft.transcendence.schemacheck.operations;

import org.jspecify.annotations.NullMarked;
