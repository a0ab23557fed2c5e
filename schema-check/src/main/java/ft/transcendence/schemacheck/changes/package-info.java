/** Changes between two consumer schemas that clients would notice. */
@NullMarked
package ft.transcendence.schemacheck.changes;

import org.jspecify.annotations.NullMarked;
