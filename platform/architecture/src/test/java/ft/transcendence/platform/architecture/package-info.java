/** Code that breaks the rules, to be found. */
@NullMarked
package ft.transcendence.platform.architecture;

import org.jspecify.annotations.NullMarked;
