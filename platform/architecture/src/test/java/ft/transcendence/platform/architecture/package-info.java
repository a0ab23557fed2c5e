/** Tests of the rules, with code that breaks them. */
@NullMarked
package ft.transcendence.platform.architecture;

import org.jspecify.annotations.NullMarked;
