/** The program behind {@code ./transcend compose} and {@code ./transcend check}. */
@NullMarked
package ft.transcendence.schemacheck.command;

import org.jspecify.annotations.NullMarked;
