/** Sample code for the rules. */
@NullMarked
package ft.transcendence.platform.architecture.sample.library.inside;

import org.jspecify.annotations.NullMarked;
