/** Architecture rules that every module keeps. */
@NullMarked
package ft.transcendence.platform.architecture;

import org.jspecify.annotations.NullMarked;
