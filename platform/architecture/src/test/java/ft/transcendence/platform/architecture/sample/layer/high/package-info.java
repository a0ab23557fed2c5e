/** Sample code for the rules. */
@NullMarked
package ft.transcendence.platform.architecture.sample.layer.high;

import org.jspecify.annotations.NullMarked;
