/** Composes many worlds in one JVM: {@code ./transcend compose --batch}. */
@NullMarked
package ft.transcendence.schemacheck.batch;

import org.jspecify.annotations.NullMarked;
