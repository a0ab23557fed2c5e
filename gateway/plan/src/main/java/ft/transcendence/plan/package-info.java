/** The program behind {@code ./transcend plan}: it shows how the gateway plans an operation, step by step. */
@NullMarked
package ft.transcendence.plan;

import org.jspecify.annotations.NullMarked;
